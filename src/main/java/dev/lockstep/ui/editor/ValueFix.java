package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.CharacterCodingException;

/** Rewrites a typed value so that one finding is gone, and leaves everything else as it is. */
final class ValueFix {
    private final CharSequence text;
    private final ValueFinding finding;
    private final int from;
    private final int to;

    private ValueFix(CharSequence text, ValueFinding finding) {
        this.text = text;
        this.finding = finding;
        from = finding == ValueFinding.LEADING_BLANK ? leading() : 0;
        to = switch (finding) {
            case TRAILING_BLANK -> trailing(false);
            case TRAILING_LINE_END, TWO_LINES -> trailing(true);
            default -> text.length();
        };
    }

    /**
     * The rewritten value, to be closed by the caller.
     *
     * @throws CharacterCodingException if half of a surrogate pair is left in it
     */
    static SecretValue apply(CharSequence text, ValueFinding finding) throws CharacterCodingException {
        return new ValueFix(text, finding).run();
    }

    private SecretValue run() throws CharacterCodingException {
        try (SecretBuffer fixed = new SecretBuffer(SecretValue.MAX_SIZE)) {
            for (int i = from; i < to; ) {
                int codePoint = Characters.at(text, i);
                int replaced = replace(codePoint, i);
                if (replaced >= 0) {
                    fixed.insert(fixed.length(), new OneCharacter(replaced));
                }
                i += Character.charCount(codePoint);
            }
            return fixed.toValue();
        }
    }

    /** What stands for a code point; negative if nothing does. */
    private int replace(int codePoint, int index) {
        return switch (finding) {
            case BROKEN -> Characters.halfPair(codePoint) ? -1 : codePoint;
            case INVISIBLE -> Characters.invisible(codePoint) ? -1 : codePoint;
            case CONTROL -> Characters.control(codePoint) ? -1 : codePoint;
            case TWO_LINES -> Characters.lineEnd(codePoint) ? -1 : codePoint;
            case NO_BREAK_SPACE -> Characters.noBreakSpace(codePoint) ? ' ' : codePoint;
            case LOOK_ALIKE -> ascii(codePoint);
            case CARRIAGE_RETURN -> unixLineEnd(codePoint, index);
            case EMPTY, LEADING_BLANK, TRAILING_BLANK, TRAILING_LINE_END -> codePoint;
        };
    }

    private static int ascii(int codePoint) {
        char ascii = Characters.lookAlike(codePoint);
        return ascii == 0 ? codePoint : ascii;
    }

    private int unixLineEnd(int codePoint, int index) {
        if (codePoint != '\r') {
            return codePoint;
        }
        return index + 1 < text.length() && text.charAt(index + 1) == '\n' ? -1 : '\n';
    }

    private int leading() {
        int index = 0;
        while (index < text.length() && edge(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int trailing(boolean lineEnds) {
        int index = text.length();
        while (index > 0 && (lineEnds ? Characters.lineEnd(text.charAt(index - 1)) : edge(text.charAt(index - 1)))) {
            index--;
        }
        return index;
    }

    private static boolean edge(char unit) {
        return Characters.blank(unit) || Characters.lineEnd(unit);
    }

    /** One code point to be inserted without making a string of it. */
    private record OneCharacter(int codePoint) implements CharSequence {
        @Override
        public int length() {
            return Character.charCount(codePoint);
        }

        @Override
        public char charAt(int index) {
            if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                return (char) codePoint;
            }
            return index == 0 ? Character.highSurrogate(codePoint) : Character.lowSurrogate(codePoint);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return "[secret]";
        }
    }
}
