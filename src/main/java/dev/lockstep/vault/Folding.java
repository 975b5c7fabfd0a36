package dev.lockstep.vault;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text made equal for search: case folded by code point, whatever the locale, as UTF-8. */
final class Folding {
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Folding() {}

    /** The folded words of a search text. */
    static List<byte[]> words(String text) {
        List<byte[]> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(fold(word).getBytes(StandardCharsets.UTF_8));
            }
        }
        return words;
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Folding::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /**
     * Folds UTF-8 text.
     *
     * @return where the folded text ends in {@code target}, or -1 if it does not fit
     */
    static int fold(byte[] source, int from, int length, byte[] target, int to) {
        if (to + length > target.length) {
            return -1;
        }
        for (int i = 0; i < length; i++) {
            byte unit = source[from + i];
            if (unit < 0) {
                return foldBeyondAscii(source, from, length, target, to);
            }
            target[to + i] = (byte) (unit >= 'A' && unit <= 'Z' ? unit + 32 : unit);
        }
        return to + length;
    }

    private static int foldBeyondAscii(byte[] source, int from, int length, byte[] target, int to) {
        byte[] folded =
                fold(new String(source, from, length, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        boolean fits = to + folded.length <= target.length;
        if (fits) {
            System.arraycopy(folded, 0, target, to, folded.length);
        }
        Arrays.fill(folded, (byte) 0);
        return fits ? to + folded.length : -1;
    }

    /** Whether the bytes occur in a stretch of a segment; looks at eight bytes at a time for the first of them. */
    static boolean contains(MemorySegment text, long from, int length, byte[] sought) {
        long pattern = (sought[0] & 0xFFL) * ONES;
        long last = from + length - sought.length;
        long at = from;
        while (at <= last) {
            if (at + Long.BYTES <= text.byteSize()) {
                long word = text.get(WORD, at) ^ pattern;
                long hit = (word - ONES) & ~word & HIGH_BITS;
                if (hit == 0) {
                    at += Long.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(hit) >>> 3;
            }
            if (at <= last && matches(text, at, sought)) {
                return true;
            }
            at++;
        }
        return false;
    }

    private static boolean matches(MemorySegment text, long at, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (text.get(ValueLayout.JAVA_BYTE, at + i) != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
