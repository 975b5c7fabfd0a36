package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Little-endian numbers and parts of a file, one after another. What goes beyond the end is damage. */
final class Input {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private long position;

    Input(MemorySegment bytes) {
        this.bytes = bytes;
    }

    long left() {
        return bytes.byteSize() - position;
    }

    /** All that was read so far. */
    MemorySegment before() {
        return bytes.asSlice(0, position);
    }

    /** All that comes, from its beginning. */
    Input rest() {
        return new Input(bytes.asSlice(position));
    }

    MemorySegment take(long size) throws KdbxException {
        if (size > left()) {
            throw new KdbxException(Reason.DAMAGED);
        }
        MemorySegment part = bytes.asSlice(position, size);
        position += size;
        return part;
    }

    byte[] array(int size) throws KdbxException {
        return take(size).toArray(ValueLayout.JAVA_BYTE);
    }

    int u8() throws KdbxException {
        return take(1).get(ValueLayout.JAVA_BYTE, 0) & 0xff;
    }

    int u16() throws KdbxException {
        return take(2).get(U16, 0) & 0xffff;
    }

    long u32() throws KdbxException {
        return take(4).get(U32, 0) & 0xffff_ffffL;
    }

    /** As signed: above 2^63 it is negative. */
    long u64() throws KdbxException {
        return take(8).get(U64, 0);
    }
}
