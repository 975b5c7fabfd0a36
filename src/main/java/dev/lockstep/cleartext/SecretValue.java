package dev.lockstep.cleartext;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The exact bytes of one secret, outside the heap, in memory that is kept out of core dumps and, while there is room, out of the swap file.
 * They are overwritten when it is closed, or when the last reference to it is gone. Reading after {@link #close} throws
 * {@link IllegalStateException}, also if another thread closes it meanwhile. There is no method that gives the bytes as a {@code String}.
 */
public final class SecretValue implements AutoCloseable {
    /** The most bytes that a value may have: 1 MiB. */
    public static final int MAX_SIZE = 1 << 20;

    private final Place place;
    private final MemorySegment bytes;
    private volatile boolean closed;

    private SecretValue(Place place, byte[] source) {
        this.place = place;
        this.bytes = place.bytes();
        try {
            MemorySegment.copy(source, 0, bytes, ValueLayout.JAVA_BYTE, 0, source.length);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Copies the bytes; the caller keeps the array and has to wipe it. */
    public static SecretValue copyOf(byte[] source) {
        return new SecretValue(Place.of(source.length), source);
    }

    /** Copies the bytes and overwrites the given array with zeros. */
    public static SecretValue taking(byte[] source) {
        try {
            return copyOf(source);
        } finally {
            Arrays.fill(source, (byte) 0);
        }
    }

    /** As {@link #taking}, for a key: where little memory can be locked, keys go before values. */
    public static SecretValue takingKey(byte[] source) {
        try {
            return new SecretValue(Place.forKey(source.length), source);
        } finally {
            Arrays.fill(source, (byte) 0);
        }
    }

    /** An own copy, to be closed by itself. */
    public SecretValue copy() {
        return use(SecretValue::copyOf);
    }

    /** Length in bytes. */
    public int size() {
        return (int) bytes.byteSize();
    }

    /** The byte at an index. */
    public byte at(int index) {
        byte found = bytes.get(ValueLayout.JAVA_BYTE, index);
        requireOpen();
        return found;
    }

    /** Lends the bytes in an array that is overwritten with zeros when the function returns; the function must not keep it. */
    public <R> R use(Function<byte[], R> reader) {
        byte[] lent = new byte[size()];
        try {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, lent, 0, lent.length);
            requireOpen();
            return reader.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /** The bytes in a new array that the caller has to wipe. */
    public byte[] exposed() {
        byte[] copy = bytes.toArray(ValueLayout.JAVA_BYTE);
        requireOpen();
        return copy;
    }

    /** Compares the bytes in a time that depends on the sizes only. */
    public boolean sameAs(SecretValue other) {
        if (size() != other.size()) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < size(); i++) {
            difference |= at(i) ^ other.at(i);
        }
        return difference == 0;
    }

    /** Overwrites the bytes. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        place.close();
    }

    /** Asked after reading: the memory of a closed value may be another's by then, and what was read from it must not be used. */
    private void requireOpen() {
        VarHandle.loadLoadFence();
        if (closed) {
            throw new IllegalStateException("The secret value was wiped");
        }
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
