package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be said of a typed value without showing it.
 *
 * @param characters code points
 * @param bytes length in UTF-8
 * @param lines line ends plus one; 0 if the value is empty
 */
record ValueReview(int characters, long bytes, int lines, Set<ValueFinding> findings) {
    static final ValueReview EMPTY = new ValueReview(0, 0, 0, Set.of(ValueFinding.EMPTY));

    /** Reads the text once. */
    static ValueReview of(CharSequence text) {
        return text.isEmpty() ? EMPTY : new Scan(text).review();
    }

    boolean tooLarge() {
        return bytes > SecretValue.MAX_SIZE;
    }

    private static final class Scan {
        private final CharSequence text;
        private final Set<ValueFinding> findings = EnumSet.noneOf(ValueFinding.class);
        private int characters;
        private long bytes;
        private int lineEnds;
        private int first = -1;
        private int last;
        private boolean ascii;

        private Scan(CharSequence text) {
            this.text = text;
        }

        private ValueReview review() {
            boolean lookAlike = false;
            int previous = 0;
            for (int i = 0; i < text.length(); ) {
                int codePoint = Characters.at(text, i);
                look(codePoint, previous);
                ascii |= codePoint < 128 && Character.isLetterOrDigit(codePoint);
                lookAlike = lookAlike || Characters.lookAlike(codePoint) != 0;
                previous = codePoint;
                i += Character.charCount(codePoint);
            }
            if (lookAlike && ascii) {
                findings.add(ValueFinding.LOOK_ALIKE);
            }
            judgeEnds();
            return new ValueReview(characters, bytes, lineEnds + 1, findings);
        }

        private void look(int codePoint, int previous) {
            characters++;
            bytes += Characters.utf8(codePoint);
            if ((codePoint == '\n' && previous != '\r') || codePoint == '\r') {
                lineEnds++;
            }
            if (first < 0) {
                first = codePoint;
            }
            last = codePoint;
            note(codePoint == '\r', ValueFinding.CARRIAGE_RETURN);
            if (codePoint < ' ' || codePoint > '~') {
                note(Characters.halfPair(codePoint), ValueFinding.BROKEN);
                note(Characters.control(codePoint), ValueFinding.CONTROL);
                note(Characters.noBreakSpace(codePoint), ValueFinding.NO_BREAK_SPACE);
                note(Characters.invisible(codePoint), ValueFinding.INVISIBLE);
            }
        }

        private void note(boolean found, ValueFinding finding) {
            if (found) {
                findings.add(finding);
            }
        }

        private void judgeEnds() {
            note(Characters.blank(first) || Characters.lineEnd(first), ValueFinding.LEADING_BLANK);
            note(Characters.blank(last), ValueFinding.TRAILING_BLANK);
            boolean armoured = armoured();
            note(Characters.lineEnd(last) && !armoured, ValueFinding.TRAILING_LINE_END);
            int inner = Characters.lineEnd(last) ? lineEnds - 1 : lineEnds;
            note(inner == 1 && !armoured && !Characters.lineEnd(first), ValueFinding.TWO_LINES);
        }

        /** PEM and other armour is made of lines and ends with a line end. */
        private boolean armoured() {
            String mark = "-----BEGIN ";
            for (int i = 0; i < mark.length(); i++) {
                if (i >= text.length() || text.charAt(i) != mark.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
