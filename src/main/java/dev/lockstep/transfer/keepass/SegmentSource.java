package dev.lockstep.transfer.keepass;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes of a part of memory, for the scanner. */
final class SegmentSource implements XmlBytes.Source {
    private final MemorySegment bytes;
    private long position;

    SegmentSource(MemorySegment bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] into) {
        int length = (int) Math.min(into.length, bytes.byteSize() - position);
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, into, 0, length);
        position += length;
        return length == 0 ? -1 : length;
    }
}
