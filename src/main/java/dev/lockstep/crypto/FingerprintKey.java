package dev.lockstep.crypto;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/**
 * The key of fingerprints by which values at remotes are told apart without being kept. A vault key makes it; a vault that changes its key
 * goes on with the one that it had, or no fingerprint would tell anything any more. Safe for use by several threads. Overwritten when closed.
 */
public final class FingerprintKey implements AutoCloseable {
    /** Length of the key and of a fingerprint, in bytes. */
    public static final int SIZE = 32;

    private static final String HMAC = "HmacSHA256";

    private final WipeableKey key;

    FingerprintKey(WipeableKey key) {
        this.key = key;
    }

    /**
     * Copies the bytes of a key and overwrites the given array.
     *
     * @throws IllegalArgumentException if there are not {@value #SIZE}
     */
    public static FingerprintKey taking(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A key of " + bytes.length + " bytes");
        }
        return new FingerprintKey(WipeableKey.taking(HMAC, bytes));
    }

    /** A copy of the key, to be overwritten by the caller. */
    public byte[] exposed() {
        return key.use(byte[]::clone);
    }

    /**
     * HMAC-SHA256 over {@code remote 16 | length of the name u32 | name | value}.
     *
     * @param name of the secret at the remote, in UTF-8
     */
    public byte[] fingerprint(RowId remote, byte[] name, SecretValue value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(ByteBuffer.allocate(RowId.SIZE + 4)
                    .put(remote.bytes())
                    .putInt(name.length)
                    .array());
            mac.update(name);
            byte[] fingerprint = value.use(mac::doFinal);
            mac.init(RowCipher.DUMMY);
            return fingerprint;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        key.destroy();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
