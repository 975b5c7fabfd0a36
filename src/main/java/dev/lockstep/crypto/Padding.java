package dev.lockstep.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Framing that hides exact lengths: {@code length u32 | content | zeros} up to a bucket. Heads go up to multiples of 256 bytes, values to 64,
 * 128, 256, 512, 1024, 2048 or 4096 bytes and above that to Padmé sizes (at most 12 % longer; Nikitin and others, 2019).
 */
final class Padding {
    static final int PREFIX = 4;
    private static final int HEAD_STEP = 256;
    private static final int LARGEST_BUCKET = 4096;

    private Padding() {}

    static byte[] head(byte[] content) {
        int needed = PREFIX + content.length;
        return frame(content, (needed + HEAD_STEP - 1) / HEAD_STEP * HEAD_STEP);
    }

    static byte[] value(byte[] content) {
        return frame(content, bucket(PREFIX + content.length));
    }

    static int bucket(int needed) {
        if (needed > LARGEST_BUCKET) {
            int exponent = 31 - Integer.numberOfLeadingZeros(needed);
            int mantissaBits = 32 - Integer.numberOfLeadingZeros(exponent);
            int mask = (1 << (exponent - mantissaBits)) - 1;
            return (needed + mask) & ~mask;
        }
        return Math.max(64, Integer.highestOneBit(needed - 1) << 1);
    }

    private static byte[] frame(byte[] content, int size) {
        return ByteBuffer.allocate(size).putInt(content.length).put(content).array();
    }

    /** Length of the content of a frame that begins at the start of {@code framed}, or -1 if it is not a frame. */
    static int contentLength(byte[] framed, int size) {
        if (size < PREFIX) {
            return -1;
        }
        int length = ByteBuffer.wrap(framed).getInt();
        return length < 0 || length > size - PREFIX ? -1 : length;
    }

    /** The content in a new array. */
    static byte[] content(byte[] framed, int length) {
        return Arrays.copyOfRange(framed, PREFIX, PREFIX + length);
    }
}
