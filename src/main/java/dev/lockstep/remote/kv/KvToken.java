package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.VendorText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server tells of a token: after a login, a renewal or when it is looked up. */
final class KvToken implements AutoCloseable {
    private @Nullable SecretValue token;
    private Optional<String> account = Optional.empty();
    private long seconds;
    private boolean renewable;

    private KvToken() {}

    /** Reads the answer to a login or a renewal. */
    static KvToken granted(Reply reply) throws RemoteException {
        return read(reply, "auth");
    }

    /** Reads the answer to looking a token up. */
    static KvToken looked(Reply reply) throws RemoteException {
        return read(reply, "data");
    }

    private static KvToken read(Reply reply, String part) throws RemoteException {
        KvToken found = new KvToken();
        boolean[] seen = new boolean[1];
        try {
            Json json = reply.json();
            json.object(field -> {
                if (field.equals(part) && json.atObject()) {
                    seen[0] = true;
                    json.object(inner -> found.field(json, inner));
                } else {
                    json.skip();
                }
            });
            json.end();
            if (!seen[0]) {
                throw Json.unexpected();
            }
            return found;
        } catch (RemoteException | RuntimeException e) {
            found.close();
            throw e;
        }
    }

    private void field(Json json, String field) throws RemoteException {
        switch (field) {
            case "client_token" -> token = json.secret();
            case "display_name" ->
                account = json.optionalText().map(VendorText::clean).filter(text -> !text.isEmpty());
            case "lease_duration", "ttl" -> seconds = json.number();
            case "renewable" -> renewable = json.flag();
            default -> json.skip();
        }
    }

    /** The token, which stays this answer's. */
    SecretValue peek() throws RemoteException {
        SecretValue found = token;
        if (found == null) {
            throw Json.unexpected();
        }
        return found;
    }

    /** The token, from now on the caller's. */
    SecretValue take() throws RemoteException {
        SecretValue taken = peek();
        token = null;
        return taken;
    }

    Optional<String> account() {
        return account;
    }

    /** How long it is valid from now on; 0 for ever. */
    long seconds() {
        return seconds;
    }

    boolean renewable() {
        return renewable;
    }

    @Override
    public void close() {
        SecretValue left = token;
        if (left != null) {
            left.close();
        }
    }
}
