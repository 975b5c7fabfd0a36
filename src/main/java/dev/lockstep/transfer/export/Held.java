package dev.lockstep.transfer.export;

import dev.lockstep.cleartext.PrivatePages;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Holds what a format writes until it is known whether it may go out, in memory outside the heap that is overwritten, up to {@value #MOST} bytes.
 * What is beyond that is lost, and so is the rest then. For one thread.
 */
final class Held implements WritableByteChannel {
    static final int MOST = 16 << 20;

    private static final int PIECE = 1 << 20;
    private static final int AT_ONCE = PIECE / 16;

    private final Arena arena = Arena.ofConfined();
    private final List<PrivatePages> pieces = new ArrayList<>();
    private long size;
    private boolean open = true;

    /** Whether more was written than is held. */
    boolean isOverfull() {
        return size > MOST;
    }

    @Override
    public int write(ByteBuffer source) {
        int length = source.remaining();
        while (source.hasRemaining() && size < MOST) {
            int at = (int) (size % PIECE);
            if (at == 0) {
                pieces.add(PrivatePages.allocate(arena, PIECE, PrivatePages.Rank.SECOND));
            }
            int fits = Math.min(source.remaining(), PIECE - at);
            MemorySegment from = MemorySegment.ofBuffer(source).asSlice(0, fits);
            pieces.getLast().segment().asSlice(at, fits).copyFrom(from);
            source.position(source.position() + fits);
            size += fits;
        }
        size += source.remaining();
        source.position(source.limit());
        return length;
    }

    /**
     * Hands over all of it.
     *
     * @param written told what share went out so far, up to 1
     */
    void writeTo(WritableByteChannel out, DoubleConsumer written) throws IOException {
        for (long at = 0; at < size; ) {
            int from = (int) (at % PIECE);
            long length = Math.min(AT_ONCE, size - at);
            ByteBuffer bytes = pieces.get((int) (at / PIECE))
                    .segment()
                    .asSlice(from, length)
                    .asByteBuffer();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            at += length;
            written.accept((double) at / size);
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        pieces.forEach(PrivatePages::close);
        arena.close();
    }
}
