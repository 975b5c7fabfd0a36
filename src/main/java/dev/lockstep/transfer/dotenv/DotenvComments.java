package dev.lockstep.transfer.dotenv;

import dev.lockstep.transfer.ImportEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Collects the comments that describe an entry. Leaves out rulers, what is not UTF-8, and assignments that were commented out, since their
 * values may still be secret.
 */
final class DotenvComments {
    static final int MAX_DESCRIPTION = 1000;

    private final DotenvText text;
    private final StringBuilder above = new StringBuilder();

    DotenvComments(DotenvText text) {
        this.text = text;
    }

    /** Adds a comment line; {@code from} is the index of its number sign. */
    void add(int from, int to) {
        String line = line(from, to);
        if (!line.isEmpty() && above.length() + 1 + line.length() <= MAX_DESCRIPTION) {
            above.append(above.isEmpty() ? "" : "\n").append(line);
        }
    }

    /** Forgets the lines so far, because an empty line or another entry came. */
    void clear() {
        above.setLength(0);
    }

    /** The description of the entry that comes now; {@code comment} is the index of a number sign behind its value, or -1. */
    ImportEntry.Extras describe(int comment, int end) {
        String behind = comment < 0 ? "" : line(comment, end);
        return ImportEntry.Extras.described(behind.isEmpty() ? above.toString() : behind);
    }

    private String line(int from, int to) {
        int start = from;
        while (start < to && (text.at(start) == '#' || DotenvText.isBlank(text.at(start)))) {
            start++;
        }
        if (isAssignment(start, to)) {
            return "";
        }
        String decoded = decode(text.copy(start, cut(start, to)));
        return decoded.chars().anyMatch(Character::isLetterOrDigit) ? decoded : "";
    }

    private boolean isAssignment(int from, int to) {
        int index = text.startsWith("export ", from) ? text.skipBlanks(from + "export ".length(), to) : from;
        int start = index;
        while (index < to && (Character.isLetterOrDigit(text.at(index)) || "_.-".indexOf(text.at(index)) >= 0)) {
            index++;
        }
        return index > start && text.at(text.skipBlanks(index, to)) == '=';
    }

    /** The end of what is kept, not inside a character. */
    private int cut(int from, int to) {
        if (to - from <= MAX_DESCRIPTION) {
            return to;
        }
        int end = from + MAX_DESCRIPTION;
        while (end > from && (text.at(end) & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }

    private static String decode(byte[] utf8) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return decoded.replaceAll("\\p{Cntrl}", " ").strip();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
