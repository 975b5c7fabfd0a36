package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with {@link Reason#TOO_LARGE} when more comes than is read. */
final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream source, long most) {
        super(source);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int unit = super.read();
        spend(unit < 0 ? 0 : 1);
        return unit;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        spend(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(Math.min(count, left + 1));
        spend(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long count) throws KdbxException {
        left -= Math.max(0, count);
        if (left < 0) {
            throw new KdbxException(Reason.TOO_LARGE);
        }
    }
}
