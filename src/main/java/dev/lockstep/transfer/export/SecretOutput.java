package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Gathers what is written to a channel in memory outside the heap, which is overwritten when it is closed. For one thread. */
public final class SecretOutput implements AutoCloseable {
    private static final int ROOM = 64 * 1024;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(ROOM);
    private final ByteBuffer buffer = memory.asByteBuffer();
    private final WritableByteChannel out;

    /** @param out stays the caller's to close */
    public SecretOutput(WritableByteChannel out) {
        this.out = out;
    }

    /** Writes a byte, of which only the lowest eight bits count. */
    public void put(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) octet);
    }

    /** Writes bytes; they stay the caller's to wipe. */
    public void put(byte[] bytes) throws IOException {
        for (byte octet : bytes) {
            put(octet);
        }
    }

    /** Writes a text that is no secret, in UTF-8. */
    public void text(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the bytes of a value as they are. */
    public void value(SecretValue value) throws IOException {
        for (int i = 0; i < value.size(); i++) {
            put(value.at(i));
        }
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
