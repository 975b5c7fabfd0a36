package dev.lockstep.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A row as it stands in the file: {@code suite u8 | epoch u32 | version u64 | nonce 12 | ciphertext | tag 16}, big-endian. What the parts
 * say is only trustworthy once the row was opened.
 */
public final class SealedRow {
    /** The only suite so far: AES-256-GCM. */
    public static final byte SUITE_AES_256_GCM = 1;

    public static final int NONCE_SIZE = 12;
    public static final int TAG_SIZE = 16;

    /** Where the nonce begins, and the length of what stands before it. */
    public static final int NONCE_AT = 13;

    /** Where the ciphertext begins. */
    public static final int CIPHERTEXT_AT = NONCE_AT + NONCE_SIZE;

    /** How many bytes longer a sealed row is than its padded plaintext. */
    public static final int OVERHEAD = CIPHERTEXT_AT + TAG_SIZE;

    private final byte[] wire;

    private SealedRow(byte[] wire) {
        this.wire = wire;
    }

    /** Takes the bytes of a row, without a copy; empty if they are too short or of an unknown suite. */
    public static Optional<SealedRow> of(byte[] wire) {
        return wire.length > OVERHEAD && wire[0] == SUITE_AES_256_GCM
                ? Optional.of(new SealedRow(wire))
                : Optional.empty();
    }

    /** The bytes themselves, not to be changed. */
    public byte[] wire() {
        return wire;
    }

    public int epoch() {
        return ByteBuffer.wrap(wire).getInt(1);
    }

    public long version() {
        return ByteBuffer.wrap(wire).getLong(5);
    }

    /** The authentication tag, in a new array. */
    public byte[] tag() {
        return Arrays.copyOfRange(wire, wire.length - TAG_SIZE, wire.length);
    }
}
