package dev.lockstep.transfer.keepass;

import java.io.IOException;
import java.util.Arrays;

/** Bytes one by one, of which one can be put back. The buffer is overwritten when it is closed. */
final class XmlBytes implements AutoCloseable {
    private static final int[] MARK = {0xef, 0xbb, 0xbf};

    private final Source source;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;

    /** Where they come from. */
    interface Source {
        /** Fills an array from its beginning as far as it likes, at least by one byte; -1 at the end. */
        int read(byte[] into) throws IOException;
    }

    XmlBytes(Source source) {
        this.source = source;
    }

    /** The next byte as 0 to 255, or -1 at the end. */
    int read() throws IOException, InterruptedException {
        return position < filled || fill() ? buffer[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        position = 0;
        filled = Math.max(0, source.read(buffer));
        return filled > 0;
    }

    /** Takes the next byte if it is this one. */
    boolean accept(int unit) throws IOException, InterruptedException {
        boolean same = (position < filled || fill()) && (buffer[position] & 0xff) == unit;
        position += same ? 1 : 0;
        return same;
    }

    /** Passes over the byte order mark of UTF-8. */
    void skipMark() throws IOException, InterruptedException {
        for (int unit : MARK) {
            if (!accept(unit)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        Arrays.fill(buffer, (byte) 0);
    }
}
