package dev.lockstep.transfer.dotenv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportProblem.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what stands after the equals sign. */
final class DotenvValues {
    private final DotenvText text;

    DotenvValues(DotenvText text) {
        this.text = text;
    }

    /**
     * The outcome for one row.
     *
     * @param value null if there is a problem
     * @param interpolates whether other tools would replace something in it
     * @param comment index of the number sign of a comment that follows, or -1
     * @param end index of the line end that closes the row
     */
    record Row(@Nullable SecretValue value, @Nullable Kind problem, boolean interpolates, int comment, int end) {
        static Row lost(Kind problem, int end) {
            return new Row(null, problem, false, -1, end);
        }
    }

    /** Reads a row from the first byte after the equals sign. */
    Row read(int afterEquals) {
        int end = text.lineEnd(afterEquals);
        int from = text.skipBlanks(afterEquals, end);
        int quote = text.at(from);
        return switch (quote) {
            case '"', '\'', '`' -> quoted(from, quote, end);
            default -> plain(from, end);
        };
    }

    private Row plain(int from, int end) {
        int comment = text.indexOf('#', from, end);
        while (comment >= 0 && !DotenvText.isBlank(text.at(comment - 1))) {
            comment = text.indexOf('#', comment + 1, end);
        }
        int to = text.trimBlanks(from, comment < 0 ? end : comment);
        return row(text.copy(from, to), true, comment, end);
    }

    private Row quoted(int open, int quote, int firstEnd) {
        int close = closing(open + 1, quote);
        if (close < 0) {
            return Row.lost(Kind.UNTERMINATED_QUOTE, firstEnd);
        }
        int end = text.lineEnd(close + 1);
        int after = text.skipBlanks(close + 1, end);
        boolean comment = text.at(after) == '#';
        if (after < end && !comment) {
            // a quote further down that does not end its line was hardly meant to close this one
            return close < firstEnd
                    ? Row.lost(Kind.TEXT_AFTER_QUOTE, end)
                    : Row.lost(Kind.UNTERMINATED_QUOTE, firstEnd);
        }
        return row(text.copy(open + 1, close), quote == '"', quote == '"', comment ? after : -1, end);
    }

    private int closing(int from, int quote) {
        int index = from;
        for (int unit = text.at(index); unit >= 0; unit = text.at(index)) {
            if (unit == quote) {
                return index;
            }
            index += unit == '\\' && quote == '"' ? 2 : 1;
        }
        return -1;
    }

    private static Row row(byte[] raw, boolean interpolated, int comment, int end) {
        return row(raw, false, interpolated, comment, end);
    }

    /** Takes the bytes over and wipes them. */
    private static Row row(byte[] raw, boolean escaped, boolean interpolated, int comment, int end) {
        byte[] exact = new byte[0];
        try {
            boolean interpolates = interpolated && interpolates(raw, escaped);
            exact = Arrays.copyOf(raw, escaped ? unescape(raw) : raw.length);
            return exact.length > SecretValue.MAX_SIZE
                    ? Row.lost(Kind.VALUE_TOO_LARGE, end)
                    : new Row(SecretValue.copyOf(exact), null, interpolates, comment, end);
        } finally {
            Arrays.fill(raw, (byte) 0);
            Arrays.fill(exact, (byte) 0);
        }
    }

    private static boolean interpolates(byte[] raw, boolean escaped) {
        for (int i = 0; i + 1 < raw.length; i++) {
            if (raw[i] == '\\' && escaped) {
                i++;
            } else if (raw[i] == '$' && (i == 0 || raw[i - 1] != '\\' || escaped) && startsReference(raw[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsReference(byte unit) {
        return unit == '{'
                || unit == '('
                || unit == '_'
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= 'a' && unit <= 'z');
    }

    /** Replaces the escapes in place and tells the new length. A backslash before anything else stays. */
    private static int unescape(byte[] raw) {
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            byte unit = raw[i];
            if (unit == '\\' && i + 1 < raw.length) {
                switch (raw[++i]) {
                    case 'n' -> unit = '\n';
                    case 'r' -> unit = '\r';
                    case 't' -> unit = '\t';
                    case '\\', '"', '$', '`' -> unit = raw[i];
                    default -> {
                        raw[length++] = unit;
                        unit = raw[i];
                    }
                }
            }
            raw[length++] = unit;
        }
        return length;
    }
}
