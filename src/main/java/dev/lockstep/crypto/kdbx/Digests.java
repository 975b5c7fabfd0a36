package dev.lockstep.crypto.kdbx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** Hashes of bytes put together. */
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[]... parts) {
        return hash(new SHA256Digest(), parts);
    }

    static byte[] sha512(byte[]... parts) {
        return hash(new SHA512Digest(), parts);
    }

    private static byte[] hash(Digest digest, byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        digest.reset();
        return hash;
    }

    /** A number of 64 bits, little-endian. */
    static byte[] u64(long number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }

    /** A number of 32 bits, little-endian. */
    static byte[] u32(long number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) number)
                .array();
    }
}
