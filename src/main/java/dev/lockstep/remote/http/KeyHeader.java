package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Credentials that are one key in one header of every call, for example a bearer token (RFC 6750, 2.1). */
public final class KeyHeader implements Credentials, AutoCloseable {
    private final String name;
    private final String before;
    private final SecretValue key;

    private KeyHeader(String name, String before, SecretValue key) {
        this.name = name;
        this.before = before;
        this.key = key;
    }

    /**
     * Copies a key; the given one stays the caller's.
     *
     * @param before what stands before it in the header, for example {@code "Bearer "}
     * @throws RemoteException {@code Unauthorized} if there is none, or it has characters other than the visible ones of ASCII: the library
     *     would quote it when it refuses the header
     */
    public static KeyHeader of(String name, String before, Optional<SecretValue> key) throws RemoteException {
        if (key.isEmpty() || !key.get().use(KeyHeader::isVisible)) {
            throw new RemoteException(new Trouble.Unauthorized(""));
        }
        return new KeyHeader(name, before, key.get().copy());
    }

    private static boolean isVisible(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet <= 0x20 || octet == 0x7f) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /** What a vendor says, {@link VendorText#clean cleaned}; empty where it repeats the key or one of the values that were sent to it. */
    public String clean(String told, SecretValue... sent) {
        SecretValue[] secrets = Arrays.copyOf(sent, sent.length + 1);
        secrets[sent.length] = key;
        return VendorText.cleanWithout(told, secrets);
    }

    /** Makes the one {@code String} of the key that HTTP needs. */
    @Override
    public void sign(Call call) {
        call.header(name, key.use(bytes -> before + new String(bytes, StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
