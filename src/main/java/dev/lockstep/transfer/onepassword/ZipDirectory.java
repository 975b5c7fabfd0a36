package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at the end of a ZIP archive (APPNOTE.TXT, 4.3.16) before the library reads its directory whole, which may be as large as the file.
 */
final class ZipDirectory {
    /** The largest directory that is read, in bytes: 16 MiB, enough for 150,000 files. */
    static final int MAX_SIZE = 16 << 20;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;

    private ZipDirectory() {}

    /**
     * Makes sure that the directory is not too large, and that the first file is not encrypted.
     *
     * @throws ImportException {@code OTHER_FORMAT}, {@code UNSUPPORTED}, {@code DAMAGED} or {@code TOO_LARGE}
     */
    static void requireReadable(Path file) throws IOException, ImportException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer first = read(channel, 0, 8);
            if (first.remaining() < 8 || first.getInt(0) != LOCAL_SIGNATURE) {
                throw new ImportException(Reason.OTHER_FORMAT);
            }
            if ((first.getShort(6) & ENCRYPTED) != 0) {
                throw new ImportException(Reason.UNSUPPORTED);
            }
            long tail = Math.max(0, channel.size() - END_SIZE - MAX_COMMENT);
            ByteBuffer last = read(channel, tail, END_SIZE + MAX_COMMENT);
            if (Integer.toUnsignedLong(last.getInt(end(last) + 12)) > MAX_SIZE) {
                throw new ImportException(Reason.TOO_LARGE);
            }
        }
    }

    /** Where the last end record begins, if it is that of this file. */
    private static int end(ByteBuffer tail) throws ImportException {
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                int comment = Short.toUnsignedInt(tail.getShort(at + 20));
                if (at + END_SIZE + comment != tail.limit()) {
                    break;
                }
                return at;
            }
        }
        throw new ImportException(Reason.DAMAGED);
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (piece.hasRemaining() && channel.read(piece) >= 0) {
            // until it is full or the file ends
        }
        return piece.flip();
    }
}
