package dev.lockstep.cleartext;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What bytes are, found out without making a {@code String} of them. */
public final class Encoding {
    private static final int PIECE = 1024;

    private Encoding() {}

    /** Whether bytes are UTF-8; no bytes are. */
    public static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
