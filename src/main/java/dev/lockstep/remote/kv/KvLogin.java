package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;

/** How a token is had: it is given, or a role is logged in with. */
sealed interface KvLogin extends AutoCloseable permits KvGiven, KvRole {
    /**
     * Copies the credentials that the way of logging in needs.
     *
     * @throws RemoteException {@code Unauthorized} if they were not filled in, or a token cannot stand in a header
     */
    static KvLogin of(Connection connection) throws RemoteException {
        if (connection.setting("auth").orElse("token").equals("approle")) {
            SecretValue roleId = required(connection, "role-id");
            return new KvRole(roleId.copy(), connection.credential("secret-id").map(SecretValue::copy));
        }
        SecretValue token = required(connection, "token");
        requireHeader(token);
        return new KvGiven(token.copy());
    }

    private static SecretValue required(Connection connection, String field) throws RemoteException {
        return connection.credential(field).orElseThrow(() -> new RemoteException(new Trouble.Unauthorized("")));
    }

    /** Visible ASCII alone: what HTTP refuses it quotes. */
    static void requireHeader(SecretValue token) throws RemoteException {
        for (int i = 0; i < token.size(); i++) {
            if (token.at(i) <= ' ' || token.at(i) > '~') {
                throw new RemoteException(new Trouble.Unauthorized(""));
            }
        }
    }

    @Override
    void close();
}
