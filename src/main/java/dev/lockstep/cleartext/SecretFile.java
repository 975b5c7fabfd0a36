package dev.lockstep.cleartext;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that is a secret as a whole. Streams would leave its bytes in buffers of the Java runtime. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * The first bytes of a file.
     *
     * @param most as many at most; to be one more than may be there, for whoever has to tell
     * @return to be closed by the caller
     */
    public static SecretValue read(Path file, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                Arena arena = Arena.ofConfined()) {
            MemorySegment content = arena.allocate(most);
            try {
                ByteBuffer buffer = content.asByteBuffer();
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
                byte[] bytes = new byte[buffer.flip().remaining()];
                buffer.get(bytes);
                return SecretValue.taking(bytes);
            } finally {
                content.fill((byte) 0);
            }
        }
    }
}
