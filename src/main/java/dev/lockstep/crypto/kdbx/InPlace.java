package dev.lockstep.crypto.kdbx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Goes over a file in pieces, and writes what becomes of them to its beginning: since nothing grows, what is written is always behind what is
 * read. Overwrites the pieces when closed.
 */
final class InPlace implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final MemorySegment file;
    private final byte[] piece = new byte[PIECE];
    private final byte[] out = new byte[PIECE + 16];
    private long written;

    InPlace(MemorySegment file) {
        this.file = file;
    }

    /** Is lent a piece. */
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    /** Shows a part of the file piece by piece. */
    void show(MemorySegment part, Sink sink) throws InterruptedException {
        for (long at = 0; at < part.byteSize(); at += PIECE) {
            sink.take(piece, 0, load(part, at));
        }
    }

    /** Decrypts a part and writes it behind what was written before. */
    void decrypt(MemorySegment part, BulkCipher.Decryption decryption) throws InterruptedException {
        for (long at = 0; at < part.byteSize(); at += PIECE) {
            int length = decryption.decrypt(piece, load(part, at), out);
            MemorySegment.copy(out, 0, file, ValueLayout.JAVA_BYTE, written, length);
            written += length;
        }
    }

    /** Writes a part behind what was written before. */
    void move(MemorySegment part) {
        file.asSlice(written, part.byteSize()).copyFrom(part);
        written += part.byteSize();
    }

    private int load(MemorySegment part, long at) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        int length = (int) Math.min(PIECE, part.byteSize() - at);
        MemorySegment.copy(part, ValueLayout.JAVA_BYTE, at, piece, 0, length);
        return length;
    }

    /** All that was written; the next part is written from the beginning again. */
    MemorySegment result() {
        MemorySegment result = file.asSlice(0, written);
        written = 0;
        return result;
    }

    @Override
    public void close() {
        Arrays.fill(piece, (byte) 0);
        Arrays.fill(out, (byte) 0);
    }
}
