package dev.lockstep.remote.http;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Collects bytes that may be secret; every array that it leaves behind, also while it grows, is overwritten with zeros. */
final class WipedOutput extends ByteArrayOutputStream implements AutoCloseable {
    WipedOutput() {
        super(1024);
    }

    @Override
    public synchronized void write(int octet) {
        if (count == buf.length) {
            grow(count + 1);
        }
        buf[count++] = (byte) octet;
    }

    @Override
    public synchronized void write(byte[] source, int from, int length) {
        if (count + length > buf.length) {
            grow(count + length);
        }
        System.arraycopy(source, from, buf, count, length);
        count += length;
    }

    private void grow(int least) {
        byte[] old = buf;
        buf = Arrays.copyOf(old, Math.max(least, old.length * 2));
        Arrays.fill(old, (byte) 0);
    }

    @Override
    public synchronized void close() {
        Arrays.fill(buf, (byte) 0);
        count = 0;
    }
}
