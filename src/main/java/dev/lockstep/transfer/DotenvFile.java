package dev.lockstep.transfer;

import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a {@code .env} file from disk. Its bytes stay outside the heap and are overwritten before the method returns. */
public final class DotenvFile {
    /** The largest file that is read, in bytes: 16 MiB. */
    public static final int MAX_SIZE = 16 << 20;

    private DotenvFile() {}

    /**
     * Reads and parses a regular file, or a link to one.
     *
     * @return to be closed by the caller
     */
    public static ImportSource read(Path file) throws ImportException {
        if (!Files.isRegularFile(file)) {
            throw new ImportException(Reason.NOT_A_FILE);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                Arena arena = Arena.ofConfined()) {
            if (channel.size() > MAX_SIZE) {
                throw new ImportException(Reason.TOO_LARGE);
            }
            MemorySegment content = arena.allocate(channel.size() + 1);
            try {
                return DotenvParser.parse(content.asSlice(0, fill(channel, content.asByteBuffer())));
            } finally {
                content.fill((byte) 0);
            }
        } catch (IOException e) {
            throw new ImportException(e);
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
}
