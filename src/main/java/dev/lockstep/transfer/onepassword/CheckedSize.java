package dev.lockstep.transfer.onepassword;

import dev.lockstep.vault.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** What is unpacked of a file of an archive: no more than is allowed, and what it was when it was packed. */
final class CheckedSize extends FilterInputStream {
    private final ZipEntry entry;
    private final long most;
    private final Progress progress;
    private final CRC32 sum = new CRC32();
    private long size;

    CheckedSize(InputStream unpacked, ZipEntry entry, long most, Progress progress) {
        super(unpacked);
        this.entry = entry;
        this.most = most;
        this.progress = progress;
    }

    /** Says that more came out of an archive than is allowed. */
    static final class TooLarge extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = super.read(target, from, length);
        if (count > 0) {
            size += count;
            if (size > most) {
                throw new TooLarge();
            }
            sum.update(target, from, count);
            progress.at(size, Math.max(size, entry.getSize()));
        }
        return count;
    }

    /** After the end was reached: whether it is what the archive says. */
    void requireSound() throws ZipException {
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException();
        }
    }
}
