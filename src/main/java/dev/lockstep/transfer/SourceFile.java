package dev.lockstep.transfer;

import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read whole. Its bytes stay outside the heap and are overwritten when it is closed. */
public final class SourceFile implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment whole;
    private final long size;

    private SourceFile(Arena arena, MemorySegment whole, long size) {
        this.arena = arena;
        this.whole = whole;
        this.size = size;
    }

    /**
     * Reads a regular file, or a link to one. Interrupting the thread ends it.
     *
     * @param most how many bytes it may have
     * @return to be closed by the caller, in the same thread
     */
    public static SourceFile read(Path file, int most) throws ImportException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(Reason.NOT_A_FILE);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (channel.size() > most) {
                throw new ImportException(Reason.TOO_LARGE);
            }
            return read(channel, channel.size() + 1);
        } catch (IOException e) {
            throw ImportException.of(e);
        }
    }

    private static SourceFile read(SeekableByteChannel channel, long room) throws IOException {
        Arena arena = Arena.ofConfined();
        MemorySegment whole = arena.allocate(room);
        boolean done = false;
        try {
            SourceFile read = new SourceFile(arena, whole, fill(channel, whole.asByteBuffer()));
            done = true;
            return read;
        } finally {
            if (!done) {
                whole.fill((byte) 0);
                arena.close();
            }
        }
    }

    /** Reads to the end and tells how many bytes there were. */
    private static int fill(SeekableByteChannel channel, ByteBuffer content) throws IOException {
        while (channel.read(content) >= 0) {
            if (!content.hasRemaining()) {
                throw new IOException("The file grew while it was read");
            }
        }
        return content.position();
    }

    /** What is in it; not to be used after it is closed. */
    public MemorySegment content() {
        return whole.asSlice(0, size);
    }

    @Override
    public void close() {
        whole.fill((byte) 0);
        arena.close();
    }
}
