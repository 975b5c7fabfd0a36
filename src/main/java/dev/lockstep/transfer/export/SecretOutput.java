package dev.lockstep.transfer.export;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Gathers what is written to a channel in memory outside the heap, which is overwritten when it is closed. For one thread. */
public final class SecretOutput implements Output, AutoCloseable {
    private static final int ROOM = 64 * 1024;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(ROOM);
    private final ByteBuffer buffer = memory.asByteBuffer();
    private final WritableByteChannel out;

    /** @param out stays the caller's to close */
    public SecretOutput(WritableByteChannel out) {
        this.out = out;
    }

    @Override
    public void put(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) octet);
    }

    /** Hands over what was gathered. */
    public void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    /** Overwrites; what was not flushed is lost. */
    @Override
    public void close() {
        memory.fill((byte) 0);
        arena.close();
    }
}
