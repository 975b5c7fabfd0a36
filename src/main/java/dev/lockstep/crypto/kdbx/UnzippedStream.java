package dev.lockstep.crypto.kdbx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip; its buffer is overwritten when it is closed. */
final class UnzippedStream extends GZIPInputStream {
    private static final int BUFFER = 8192;

    UnzippedStream(InputStream packed) throws IOException {
        super(packed, BUFFER);
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(buf, (byte) 0);
        super.close();
    }
}
