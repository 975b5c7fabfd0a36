package dev.lockstep.remote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Values that lose a byte wherever something trims, escapes, normalizes or decodes what it should not; and bytes that are no text. */
public final class ExactValues {
    private ExactValues() {}

    /** UTF-8 that has to arrive byte for byte. */
    public static Stream<byte[]> texts() {
        return Stream.of(
                        "\"quoted\" and \\back\\slashed\\",
                        " \t spaces around \r\n",
                        "-----BEGIN KEY-----\nAAAA\n-----END KEY-----\n",
                        "\u0001\u0002\b\f\u001f\u007f\u0080",
                        "a\u0000b",
                        "{\"json\": [1, null]}",
                        "%41%20+&=;\u00e9",
                        "e\u0301 is not \u00e9",
                        "\ud83d\ude80\ud83d\udc69\u200d\ud83d\udcbb\ud834\udd1e",
                        "\u2028\u2029\ufeffBOM\ufffd",
                        "\uffff\u0fff",
                        "\\u0041 stays \\u0041",
                        "x",
                        "0123456789abcdef".repeat(4096))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that are not UTF-8: a lone continuation, an overlong slash, half of a pair, beyond Unicode, cut short, Latin-1. */
    public static List<byte[]> noTexts() {
        return List.of(
                new byte[] {'a', (byte) 0x80},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {'a', (byte) 0xe2, (byte) 0x82},
                new byte[] {'a', (byte) 0xe9, 'b'});
    }
}
