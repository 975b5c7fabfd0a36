package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.KeystoreException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Base64;

/** A key as the keystores keep it: 44 characters of base64 (RFC 4648, section 4) in native memory. */
final class KeyText {
    /** How the entries of this program are called, with the vault's id beside it. */
    static final String SERVICE = "Lockstep";

    /** Length in bytes, without an end mark. */
    static final int SIZE = 44;

    private KeyText() {}

    /** The text with a zero byte after it; the caller has to overwrite it. */
    static MemorySegment of(SecretValue key, SegmentAllocator memory) {
        if (key.size() != Keystore.KEY_SIZE) {
            throw new IllegalArgumentException("A key has " + Keystore.KEY_SIZE + " bytes, not " + key.size());
        }
        byte[] text = key.use(Base64.getEncoder()::encode);
        try {
            MemorySegment target = memory.allocate(SIZE + 1L);
            MemorySegment.copy(text, 0, target, ValueLayout.JAVA_BYTE, 0, SIZE);
            return target;
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /**
     * Reads a text; the caller keeps it.
     *
     * @throws KeystoreException {@code NOT_A_KEY} if it is anything but 32 bytes in base64
     */
    static SecretValue parse(MemorySegment text) throws KeystoreException {
        if (text.byteSize() != SIZE) {
            throw new KeystoreException(Reason.NOT_A_KEY);
        }
        byte[] characters = text.toArray(ValueLayout.JAVA_BYTE);
        byte[] key = new byte[Keystore.KEY_SIZE];
        try {
            if (Base64.getDecoder().decode(characters, key) != key.length) {
                throw new KeystoreException(Reason.NOT_A_KEY);
            }
            return SecretValue.copyOf(key);
        } catch (IllegalArgumentException e) {
            throw new KeystoreException(Reason.NOT_A_KEY);
        } finally {
            Arrays.fill(characters, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }
}
