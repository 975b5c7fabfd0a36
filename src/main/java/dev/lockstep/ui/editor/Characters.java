package dev.lockstep.ui.editor;

import dev.lockstep.naming.LookAlikes;

/** Which characters of a value are easily overlooked. Works on code points, so that nothing of a value becomes a string. */
final class Characters {
    private Characters() {}

    /** The code point at an index; half of a pair stands for itself. */
    static int at(CharSequence text, int index) {
        return Character.codePointAt(text, index);
    }

    static boolean lineEnd(int codePoint) {
        return codePoint == '\n' || codePoint == '\r';
    }

    /** A space or tab of any kind, but no line end. */
    static boolean blank(int codePoint) {
        return !lineEnd(codePoint) && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint));
    }

    /** A space that is not the common one. */
    static boolean noBreakSpace(int codePoint) {
        return codePoint > 127 && Character.isSpaceChar(codePoint);
    }

    static boolean halfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    static boolean control(int codePoint) {
        return Character.isISOControl(codePoint) && codePoint != '\t' && !lineEnd(codePoint);
    }

    /** Not drawn, or turning the direction of the text around it. */
    static boolean invisible(int codePoint) {
        return codePoint > 127 && (LookAlikes.isInvisible(codePoint) || LookAlikes.isBidiControl(codePoint));
    }

    /** The ASCII character that it is easily taken for, or 0. */
    static char lookAlike(int codePoint) {
        return switch (codePoint) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
            default -> mayLookAlike(codePoint) ? LookAlikes.ascii(codePoint) : 0;
        };
    }

    /** Greek, Cyrillic, dashes and full-width forms: the rest is not worth a look into the table. */
    private static boolean mayLookAlike(int codePoint) {
        return within(0x0370, codePoint, 0x052f)
                || within(0x2010, codePoint, 0x2044)
                || codePoint == 0x2212
                || codePoint == 0x2215
                || within(0xff01, codePoint, 0xff5e);
    }

    private static boolean within(int first, int codePoint, int last) {
        return first <= codePoint && codePoint <= last;
    }

    /** Length of a code point in UTF-8, in bytes. */
    static int utf8(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
