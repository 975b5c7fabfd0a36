package dev.lockstep.model;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A random 16-byte identity of a row, a vault or a collection. It carries no time and no order. */
public record RowId(long high, long low) {
    /** Length in bytes. */
    public static final int SIZE = 16;

    public static RowId random(RandomGenerator random) {
        return new RowId(random.nextLong(), random.nextLong());
    }

    /**
     * Reads 16 big-endian bytes.
     *
     * @throws IllegalArgumentException if there are not exactly 16
     */
    public static RowId of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A row id has " + SIZE + " bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RowId(buffer.getLong(), buffer.getLong());
    }

    /** The 16 bytes, big-endian, in a new array. */
    public byte[] bytes() {
        return ByteBuffer.allocate(SIZE).putLong(high).putLong(low).array();
    }

    /** 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
