package dev.lockstep.ui.kit;

import dev.lockstep.words.Clusters;

/** How many cells of a grid a code point takes: none for a combining mark, two for a wide one, up to the next stop for a tab. */
final class Cells {
    static final int TAB_STOP = 4;

    private Cells() {}

    static int width(int codePoint, int column) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return 1;
        }
        if (codePoint == '\t') {
            return TAB_STOP - column % TAB_STOP;
        }
        if (codePoint < 0x300) {
            return 1;
        }
        if (Clusters.combining(codePoint)) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** East Asian Wide and Fullwidth (Unicode UAX 11), coarsely, and whatever is an emoji by default. */
    private static boolean wide(int codePoint) {
        return codePoint >= 0x1100
                && (between(codePoint, 0x1100, 0x115F)
                        || between(codePoint, 0x2E80, 0x303E)
                        || between(codePoint, 0x3041, 0xA4CF)
                        || between(codePoint, 0xAC00, 0xD7A3)
                        || between(codePoint, 0xF900, 0xFAFF)
                        || between(codePoint, 0xFE30, 0xFE6F)
                        || between(codePoint, 0xFF00, 0xFF60)
                        || between(codePoint, 0xFFE0, 0xFFE6)
                        || between(codePoint, 0x20000, 0x3FFFD)
                        || Character.isEmojiPresentation(codePoint));
    }

    private static boolean between(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    /** Whether nothing would be seen of a code point, although it is there: format and control characters, odd spaces. */
    static boolean invisible(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
