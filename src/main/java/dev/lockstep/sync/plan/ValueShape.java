package dev.lockstep.sync.plan;

import dev.lockstep.cleartext.SecretValue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What vendors' limits look at.
 *
 * @param bytes length
 * @param characters code points of UTF-8; of other bytes, as many as do not continue one
 * @param text whether the bytes are UTF-8
 */
public record ValueShape(int bytes, int characters, boolean text) {
    private static final int PIECE = 1024;

    /** The shape of a value, found out without making a {@code String} of it. */
    public static ValueShape of(SecretValue value) {
        return value.use(bytes -> new ValueShape(bytes.length, characters(bytes), isText(bytes)));
    }

    private static int characters(byte[] bytes) {
        int count = 0;
        for (byte octet : bytes) {
            if ((octet & 0xc0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    private static boolean isText(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer sink = CharBuffer.allocate(PIECE);
        try {
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                sink.clear();
                result = decoder.decode(in, sink, true);
            }
            return !result.isError();
        } finally {
            Arrays.fill(sink.array(), '\0');
        }
    }
}
