package dev.lockstep.transfer.csv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportProblem.Kind;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the rows of a table (RFC 4180; any of CR, LF and CR LF ends a row; a quote inside of a cell without quotes is part of it), one
 * after another, in linear time. Libraries give the cells as {@code String}, which cannot be wiped; here they are places in the bytes of the
 * file until a value is made of them. Rows without any text are passed over. Every access is counted, so that a test can show that the effort
 * is linear.
 */
final class CsvRows {
    /** So many cells of a row are known; more are counted only. */
    static final int MAX_COLUMNS = 256;

    private static final int QUOTE = '"';
    private static final String SEPARATORS = ",;\t";

    private final MemorySegment bytes;
    private final int length;
    private final int separator;
    private final int[] starts = new int[MAX_COLUMNS];
    private final int[] ends = new int[MAX_COLUMNS];
    private final boolean[] doubled = new boolean[MAX_COLUMNS];
    private int cells;
    private @Nullable Kind problem;
    private int at;
    private int line;
    private int nextLine = 1;
    private long reads;

    /** Tells the separator from the first row: whichever of comma, semicolon and tab comes most often outside of quotes. */
    CsvRows(MemorySegment bytes) {
        this.bytes = bytes;
        this.length = Math.toIntExact(bytes.byteSize());
        this.at = startsWith(0xef, 0xbb) && at(2) == 0xbf ? 3 : 0;
        this.separator = guess(at);
    }

    private int guess(int from) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        int index = from;
        while (isLineEnd(at(index))) {
            index++;
        }
        for (int unit = at(index); unit >= 0 && (quoted || !isLineEnd(unit)); unit = at(++index)) {
            quoted ^= unit == QUOTE;
            int which = SEPARATORS.indexOf(unit);
            if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return SEPARATORS.charAt(counts[2] > counts[most] ? 2 : most);
    }

    /** Whether the text is UTF-16, by its byte order mark. */
    boolean isUtf16() {
        return startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff);
    }

    private boolean startsWith(int first, int second) {
        return at(0) == first && at(1) == second;
    }

    /** Goes to the next row that has any text. */
    boolean next() {
        do {
            if (at >= length) {
                return false;
            }
            row();
        } while (problem == null && isBlank());
        return true;
    }

    private void row() {
        line = nextLine;
        cells = 0;
        problem = null;
        while (true) {
            int end = at(at) == QUOTE ? quoted(at + 1) : plain(at);
            if (problem == null && at(end) == separator) {
                at = end + 1;
                continue;
            }
            int stop = lineEnd(end);
            at = at(stop) == '\r' && at(stop + 1) == '\n' ? stop + 2 : Math.min(stop + 1, length);
            nextLine++;
            return;
        }
    }

    private int plain(int from) {
        int end = from;
        for (int unit = at(end); unit >= 0 && unit != separator && !isLineEnd(unit); unit = at(end)) {
            end++;
        }
        keep(from, end, false);
        return end;
    }

    /** Tells the index behind the closing quote; or, with a problem, where reading goes on with the rest of the line. */
    private int quoted(int from) {
        int linesBefore = nextLine;
        boolean escaped = false;
        for (int index = from; ; index++) {
            int unit = at(index);
            if (unit < 0) {
                problem = Kind.UNTERMINATED_QUOTE;
                nextLine = linesBefore;
                return from;
            }
            if (unit == QUOTE && at(index + 1) == QUOTE) {
                escaped = true;
                index++;
            } else if (unit == QUOTE) {
                int behind = at(index + 1);
                if (behind >= 0 && behind != separator && !isLineEnd(behind)) {
                    problem = Kind.TEXT_AFTER_QUOTE;
                }
                keep(from, index, escaped);
                return index + 1;
            } else if (unit == '\n' || (unit == '\r' && at(index + 1) != '\n')) {
                nextLine++;
            }
        }
    }

    private void keep(int from, int to, boolean escaped) {
        if (cells < MAX_COLUMNS) {
            starts[cells] = from;
            ends[cells] = to;
            doubled[cells] = escaped;
        }
        cells++;
    }

    private boolean isBlank() {
        for (int cell = 0; cell < Math.min(cells, MAX_COLUMNS); cell++) {
            if (!isEmpty(cell)) {
                return false;
            }
        }
        return true;
    }

    /** The line on which the row begins, counted from 1. */
    int line() {
        return line;
    }

    /** How many cells the row has. */
    int cells() {
        return cells;
    }

    /** What is wrong with the row, if anything; its cells mean nothing then. */
    Optional<Kind> problem() {
        return Optional.ofNullable(problem);
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /** How many bytes a cell has in the file; quotes that are doubled count twice. */
    int size(int cell) {
        return ends[cell] - starts[cell];
    }

    /** A cell of the row as text that is no secret; empty if it is not UTF-8, or larger than a value may be. */
    Optional<String> text(int cell) {
        if (size(cell) > SecretValue.MAX_SIZE) {
            return Optional.empty();
        }
        byte[] exact = bytes(cell);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(exact))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(exact, (byte) 0);
        }
    }

    /** A cell of the row as a secret, to be closed by the caller. */
    SecretValue value(int cell) {
        return SecretValue.taking(bytes(cell));
    }

    /** The exact bytes of a cell, to be wiped by the caller. */
    byte[] bytes(int cell) {
        reads += size(cell);
        byte[] raw = bytes.asSlice(starts[cell], size(cell)).toArray(ValueLayout.JAVA_BYTE);
        if (!doubled[cell]) {
            return raw;
        }
        int exact = 0;
        for (int index = 0; index < raw.length; index++) {
            raw[exact++] = raw[index];
            index += raw[index] == QUOTE ? 1 : 0;
        }
        byte[] cut = Arrays.copyOf(raw, exact);
        Arrays.fill(raw, (byte) 0);
        return cut;
    }

    /** How far the walk is, in bytes. */
    int position() {
        return at;
    }

    /** How many bytes there are. */
    int length() {
        return length;
    }

    long reads() {
        return reads;
    }

    private int at(int index) {
        reads++;
        return index < length ? bytes.get(ValueLayout.JAVA_BYTE, index) & 0xff : -1;
    }

    private int lineEnd(int from) {
        int index = from;
        for (int unit = at(index); unit >= 0 && !isLineEnd(unit); unit = at(index)) {
            index++;
        }
        return index;
    }

    private static boolean isLineEnd(int unit) {
        return unit == '\n' || unit == '\r';
    }
}
