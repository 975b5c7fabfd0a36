package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** What a vendor says, made fit to be shown. */
public final class VendorText {
    /** The most characters of it that are shown. */
    public static final int MOST = 300;

    private static final int LOOKED_AT = 4 * MOST;
    private static final int PART = Long.BYTES;

    private VendorText() {}

    /** The text on one line, at most {@link #MOST} characters, without control and invisible formatting characters. */
    public static String clean(String told) {
        StringBuilder clean = new StringBuilder();
        told.codePoints()
                .limit(LOOKED_AT)
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(VendorText::isShown)
                .limit(MOST)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** As {@link #clean}; empty where a vendor repeats what was sent to it: eight bytes in a row of a secret, or all of a shorter one. */
    public static String cleanWithout(String told, SecretValue... secrets) {
        byte[] bytes = told.substring(0, Math.min(told.length(), LOOKED_AT)).getBytes(StandardCharsets.UTF_8);
        for (SecretValue secret : secrets) {
            if (repeats(bytes, secret)) {
                return "";
            }
        }
        return clean(told);
    }

    private static boolean repeats(byte[] told, SecretValue secret) {
        int length = Math.min(PART, secret.size());
        if (length == 0) {
            return false;
        }
        Set<Long> parts = new HashSet<>();
        for (int i = 0; i + length <= told.length; i++) {
            parts.add(number(told, i, length));
        }
        return secret.use(bytes -> IntStream.rangeClosed(0, bytes.length - length)
                .anyMatch(i -> parts.contains(number(bytes, i, length))));
    }

    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = number << 8 | (bytes[i] & 0xff);
        }
        return number;
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
