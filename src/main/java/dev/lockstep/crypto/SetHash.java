package dev.lockstep.crypto;

import dev.lockstep.model.RowId;
import java.nio.ByteBuffer;

/**
 * What a set of rows adds up to, independent of order: the sum modulo 2^128 of one secret pseudo-random element for each row. Adding and
 * removing a row cost the same, whatever the size of the set.
 */
public record SetHash(long high, long low) {
    public static final SetHash EMPTY = new SetHash(0, 0);

    static SetHash element(byte[] block) {
        ByteBuffer buffer = ByteBuffer.wrap(block);
        return new SetHash(buffer.getLong(), buffer.getLong());
    }

    public SetHash plus(SetHash other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new SetHash(high + other.high + carry, sum);
    }

    public SetHash minus(SetHash other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new SetHash(high - other.high - borrow, low - other.low);
    }

    /** 16 bytes, big-endian. */
    public byte[] bytes() {
        return new RowId(high, low).bytes();
    }

    /** Reads 16 big-endian bytes. */
    public static SetHash of(byte[] bytes) {
        return element(bytes);
    }
}
