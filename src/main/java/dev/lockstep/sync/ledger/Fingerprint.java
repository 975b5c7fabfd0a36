package dev.lockstep.sync.ledger;

import java.nio.ByteBuffer;

/** HMAC-SHA-256, under a key of the vault, of a remote, a name there and a value: equal exactly if these are. It never leaves the vault file. */
public record Fingerprint(long first, long second, long third, long fourth) {
    /** Length in bytes. */
    public static final int SIZE = 32;

    /**
     * Reads 32 big-endian bytes.
     *
     * @throws IllegalArgumentException if there are not exactly 32
     */
    public static Fingerprint of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A fingerprint has " + SIZE + " bytes, not " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Fingerprint(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** The 32 bytes, big-endian, in a new array. */
    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    @Override
    public String toString() {
        return "[fingerprint]";
    }
}
