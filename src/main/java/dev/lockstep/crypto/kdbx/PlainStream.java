package dev.lockstep.crypto.kdbx;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes of a part of memory. */
final class PlainStream extends InputStream {
    private final MemorySegment bytes;
    private long position;

    PlainStream(MemorySegment bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return position == bytes.byteSize() ? -1 : bytes.get(ValueLayout.JAVA_BYTE, position++) & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length > 0 && available() == 0) {
            return -1;
        }
        int most = Math.min(length, available());
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, into, offset, most);
        position += most;
        return most;
    }

    @Override
    public int available() {
        return (int) Math.min(bytes.byteSize() - position, Integer.MAX_VALUE);
    }
}
