package dev.lockstep.words;

/**
 * What a reader takes for one character: a base with its combining marks, a joined emoji, a flag, a CR LF. Follows the extended grapheme
 * clusters of Unicode UAX 29 as far as they matter to a caret, and reads the text unit by unit instead of copying it.
 */
public final class Clusters {
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private Clusters() {}

    /** The next boundary after a place; the end of the text at most. */
    public static int next(CharSequence text, int at) {
        int to = at;
        do {
            if (to >= text.length()) {
                return text.length();
            }
            to += Character.charCount(Character.codePointAt(text, to));
        } while (!boundary(text, to));
        return to;
    }

    /** The boundary before a place; the start of the text at least. */
    public static int previous(CharSequence text, int at) {
        int to = at;
        do {
            if (to <= 0) {
                return 0;
            }
            to -= Character.charCount(Character.codePointBefore(text, to));
        } while (!boundary(text, to));
        return to;
    }

    /** The end of the word that starts at or after a place. */
    public static int nextWord(CharSequence text, int at) {
        int to = at;
        while (to < text.length() && !wordPart(text, to)) {
            to = next(text, to);
        }
        while (to < text.length() && wordPart(text, to)) {
            to = next(text, to);
        }
        return to;
    }

    /** The start of the word that ends at or before a place. */
    public static int previousWord(CharSequence text, int at) {
        int to = at;
        while (to > 0 && !wordPart(text, previous(text, to))) {
            to = previous(text, to);
        }
        while (to > 0 && wordPart(text, previous(text, to))) {
            to = previous(text, to);
        }
        return to;
    }

    private static boolean wordPart(CharSequence text, int at) {
        return Character.isLetterOrDigit(Character.codePointAt(text, at));
    }

    private static boolean boundary(CharSequence text, int at) {
        if (at <= 0 || at >= text.length()) {
            return true;
        }
        int before = Character.codePointBefore(text, at);
        int after = Character.codePointAt(text, at);
        if (before == '\r' && after == '\n') {
            return false;
        }
        if (before < 0x20 || extendsCluster(after)) {
            return before < 0x20;
        }
        if (before == JOINER && Character.isExtendedPictographic(after)) {
            return false;
        }
        return !(regional(before) && regional(after) && regionalsBefore(text, at) % 2 == 1);
    }

    private static int regionalsBefore(CharSequence text, int at) {
        int found = 0;
        int from = at;
        while (from > 0 && regional(Character.codePointBefore(text, from))) {
            found++;
            from -= 2;
        }
        return found;
    }

    private static boolean regional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    /** Marks, joiners, skin tones, tags, and Hangul vowels and finals that join the syllable before them. */
    private static boolean extendsCluster(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        return combining(codePoint)
                || codePoint == JOINER
                || codePoint == NON_JOINER
                || (codePoint >= 0x1160 && codePoint <= 0x11FF)
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
                || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
    }

    /** Whether a code point is drawn over the one before it. */
    public static boolean combining(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
