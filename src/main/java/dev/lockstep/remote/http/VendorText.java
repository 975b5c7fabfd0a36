package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a vendor says, made fit to be shown. */
public final class VendorText {
    /** The most characters of it that are shown. */
    public static final int MOST = 300;

    /** As many bytes of a secret in a row give it away; of a shorter one, all. */
    private static final int REVEALING = 12;

    private VendorText() {}

    /** The text on one line, at most {@link #MOST} characters, without control and invisible formatting characters. */
    public static String clean(String told) {
        StringBuilder clean = new StringBuilder();
        told.codePoints()
                .limit(4L * MOST)
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(VendorText::isShown)
                .limit(MOST)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** As {@link #clean(String)}, but nothing at all if it repeats a secret, as error messages that quote what was sent do. */
    public static String clean(String told, SecretValue secret) {
        String clean = clean(told);
        byte[] text = clean.getBytes(StandardCharsets.UTF_8);
        return secret.use(bytes -> repeats(text, bytes)) ? "" : clean;
    }

    private static boolean repeats(byte[] text, byte[] secret) {
        int length = Math.min(REVEALING, secret.length);
        for (int from = 0; length > 0 && from + length <= text.length; from++) {
            if (contains(secret, text, from, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] secret, byte[] text, int from, int length) {
        for (int at = 0; at + length <= secret.length; at++) {
            if (secret[at] == text[from] && Arrays.equals(secret, at, at + length, text, from, from + length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
