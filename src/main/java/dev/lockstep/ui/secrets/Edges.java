package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;

/** What is easily overlooked about the ends of a value. Tells nothing of what is between them. */
record Edges(boolean blankStart, boolean blankEnd, boolean lineEnd, int lines) {
    static Edges of(SecretValue value) {
        int size = value.size();
        if (size == 0) {
            return new Edges(false, false, false, 0);
        }
        byte last = value.at(size - 1);
        boolean lineEnd = last == '\n' || last == '\r';
        int ends = 0;
        for (int i = 0; i < size - 1; i++) {
            if (value.at(i) == '\n') {
                ends++;
            }
        }
        return new Edges(blank(value.at(0)), blank(last), lineEnd, ends + 1);
    }

    /** Whether there is something to warn of. */
    boolean suspicious() {
        return blankStart || blankEnd;
    }

    /** The warning; empty if there is none. */
    String words() {
        if (blankStart && blankEnd) {
            return Text.of("secrets.edges.both");
        }
        if (blankStart) {
            return Text.of("secrets.edges.start");
        }
        if (lineEnd) {
            return Text.of("secrets.edges.line-end");
        }
        if (blankEnd) {
            return Text.of("secrets.edges.end");
        }
        return "";
    }

    private static boolean blank(byte unit) {
        return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r' || unit == 0x0b || unit == '\f';
    }
}
