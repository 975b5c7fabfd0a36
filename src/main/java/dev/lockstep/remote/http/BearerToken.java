package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A token in the header {@code Authorization: Bearer} (RFC 6750, 2.1). Closing it wipes it, and calls that are signed after that throw
 * {@link IllegalStateException}.
 */
public final class BearerToken implements Credentials, AutoCloseable {
    private final SecretValue token;

    private BearerToken(SecretValue token) {
        this.token = token;
    }

    /**
     * An own copy of a credential, without the white space that pasting leaves around it.
     *
     * @throws RemoteException {@code Unauthorized} if there is none, or if it cannot stand in a header
     */
    public static BearerToken of(Connection connection, String field) throws RemoteException {
        SecretValue given = connection.credential(field).orElseThrow(BearerToken::unusable);
        byte[] bytes = given.exposed();
        try {
            byte[] token = stripped(bytes);
            for (byte octet : token) {
                if (octet <= ' ' || octet > '~') {
                    Arrays.fill(token, (byte) 0);
                    throw unusable();
                }
            }
            if (token.length == 0) {
                throw unusable();
            }
            return new BearerToken(SecretValue.taking(token));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] stripped(byte[] bytes) {
        int from = 0;
        int to = bytes.length;
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (from < to && isSpace(bytes[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }

    private static RemoteException unusable() {
        return new RemoteException(new Trouble.Unauthorized(""));
    }

    @Override
    public void sign(Call call) {
        call.header("Authorization", token.use(bytes -> "Bearer " + new String(bytes, StandardCharsets.US_ASCII)));
    }

    /** What a vendor says, {@link VendorText#clean cleaned}; empty if it repeats the token. */
    public String clean(String told) {
        return VendorText.clean(told, token);
    }

    @Override
    public void close() {
        token.close();
    }

    @Override
    public String toString() {
        return "[token]";
    }
}
