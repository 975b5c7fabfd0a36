package dev.lockstep.words;

import java.util.HexFormat;

/**
 * Texts that somebody else may have written, as they may be drawn: whatever cannot be seen, turns the direction of what stands around it or
 * piles up over other lines is written out, for example as "‹U+202E›". Most texts stay as they are. Only for showing; nothing is stored so.
 */
public final class Legible {
    /** So many marks over one letter are drawn; more than any script needs. */
    private static final int MARKS = 4;

    private static final int JOINER = 0x200D;
    private static final char OPEN_BOX = '\u2423';

    private final String text;
    private final boolean lines;
    private final StringBuilder drawn = new StringBuilder();
    private int before = -1;
    private int marks;

    private Legible(String text, boolean lines) {
        this.text = text;
        this.lines = lines;
    }

    /** A text for one line: line ends are written out too. */
    public static String line(String text) {
        return plain(text) ? text : new Legible(text, false).draw();
    }

    /** A text of several lines. */
    public static String lines(String text) {
        return plain(text) ? text : new Legible(text, true).draw();
    }

    /** Whether a surrogate stands alone in it, which no file can keep. */
    public static boolean broken(String text) {
        return text.codePoints().anyMatch(Legible::half);
    }

    private static boolean half(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean fine = (unit >= ' ' && unit < 0x7F) || (unit > 0xA0 && unit < 0x300 && unit != 0xAD);
            if (!fine) {
                return false;
            }
        }
        return text.isEmpty() || (text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ');
    }

    private String draw() {
        int last = lastSeen();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            draw(codePoint, next < text.length() ? text.codePointAt(next) : -1, i > last || before < 0);
            before = codePoint;
            i = next;
        }
        endMarks();
        return drawn.toString();
    }

    private int lastSeen() {
        int at = text.length() - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at;
    }

    private void draw(int codePoint, int after, boolean edge) {
        if (Clusters.combining(codePoint) && codePoint < 0xE0000 && !variation(codePoint)) {
            mark(codePoint);
            return;
        }
        endMarks();
        if (codePoint == ' ') {
            drawn.append(edge && !lines ? OPEN_BOX : ' ');
        } else if (seen(codePoint, after)) {
            drawn.appendCodePoint(codePoint);
        } else {
            writeOut(codePoint);
        }
    }

    private void mark(int codePoint) {
        if (before < 0 || before == ' ' || before == '\n') {
            drawn.append('\u25CC');
        }
        marks++;
        if (marks <= MARKS) {
            drawn.appendCodePoint(codePoint);
        }
    }

    private void endMarks() {
        if (marks > MARKS) {
            drawn.append('\u2039').append('+').append(marks - MARKS).append('\u203A');
        }
        marks = 0;
    }

    private void writeOut(int codePoint) {
        String digits = HexFormat.of().withUpperCase().toHexDigits(codePoint, codePoint > 0xFFFF ? 6 : 4);
        drawn.append("\u2039U+").append(digits).append('\u203A');
    }

    private boolean seen(int codePoint, int after) {
        if (codePoint < 0x7F) {
            return codePoint > ' ' || (lines && (codePoint == '\n' || codePoint == '\t'));
        }
        if (codePoint == JOINER || codePoint == 0x200C) {
            return joins(codePoint, after);
        }
        if (variation(codePoint)) {
            return varies(after);
        }
        return switch (codePoint) {
            case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> false;
            default ->
                switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    case Character.SPACE_SEPARATOR -> codePoint != 0x200A && codePoint != 0x2009;
                    default -> true;
                };
        };
    }

    /** A joiner belongs between the parts of an emoji, or between letters of a script whose letters join. */
    private boolean joins(int joiner, int after) {
        if (before < 0 || after < 0) {
            return false;
        }
        boolean pictures = (Character.isExtendedPictographic(before) || variation(before) || skin(before))
                && Character.isExtendedPictographic(after);
        return pictures ? joiner == JOINER : joining(before) && (joining(after) || after == ' ');
    }

    private static boolean skin(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    private static boolean joining(int codePoint) {
        if (!Character.isLetter(codePoint) && !Clusters.combining(codePoint)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case ARABIC,
                    SYRIAC,
                    NKO,
                    MONGOLIAN,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    MYANMAR,
                    KHMER -> true;
            default -> false;
        };
    }

    private static boolean variation(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /** A variation selector belongs behind a picture, a keycap's digit or a Han character. */
    private boolean varies(int after) {
        if (before < 0x80) {
            return after == 0x20E3;
        }
        return Character.isEmoji(before) || Character.isIdeographic(before);
    }
}
