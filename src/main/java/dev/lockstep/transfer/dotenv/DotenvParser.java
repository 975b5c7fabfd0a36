package dev.lockstep.transfer.dotenv;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the {@code .env} format, in linear time, without a {@code String} of any value.
 *
 * <ul>
 *   <li>A row is {@code NAME=value}, with {@code export} before it or not; blanks around the name and before the value do not count. Lines end
 *       with LF, CR LF or CR. A UTF-8 byte order mark is skipped.
 *   <li>Empty lines, and lines that start with {@code #}, are skipped. A comment behind a value starts with a {@code #} after a blank.
 *   <li>A value without quotes ends with its line; blanks at its end do not count, and nothing in it is an escape.
 *   <li>Between single quotes, or backticks, every byte stands for itself, line ends included.
 *   <li>Between double quotes as well, but for <code>\n \r \t \\ \" \$ \`</code>; a backslash before anything else stands for itself.
 *   <li>References to other variables are not replaced.
 * </ul>
 *
 * <p>This is what the dotenv libraries have in common; where they differ, the reading that changes fewer bytes was chosen.
 */
public final class DotenvParser {
    /** The most rows that are read. */
    public static final int MAX_ENTRIES = Gathering.MAX_ENTRIES;
    /** So many lines may be wrong before the rest is not read. */
    public static final int MAX_LOST_LINES = 1000;

    private final DotenvText text;
    private final DotenvNames names;
    private final DotenvValues values;
    private final DotenvComments comments;
    private final DotenvRows rows;
    private int line = 1;

    private DotenvParser(DotenvText text, DotenvRows rows) {
        this.text = text;
        this.names = new DotenvNames(text);
        this.values = new DotenvValues(text);
        this.comments = new DotenvComments(text);
        this.rows = rows;
    }

    /**
     * Parses the content of a file; the array stays the caller's to wipe.
     *
     * @return to be closed by the caller
     * @throws ImportException if it is larger than {@link DotenvFormat#MAX_SIZE}
     */
    public static ImportSource parse(byte[] content) throws ImportException {
        if (content.length > DotenvFormat.MAX_SIZE) {
            throw new ImportException(Reason.TOO_LARGE);
        }
        return parse(MemorySegment.ofArray(content));
    }

    static ImportSource parse(MemorySegment content) {
        return parse(new DotenvText(content));
    }

    static ImportSource parse(DotenvText text) {
        try (DotenvRows rows = new DotenvRows()) {
            new DotenvParser(text, rows).run();
            return rows.finish();
        }
    }

    private void run() {
        if (text.startsWith("\u00ff\u00fe", 0) || text.startsWith("\u00fe\u00ff", 0)) {
            rows.note(1, Kind.UTF_16, Optional.empty());
            return;
        }
        int at = text.startsWith("\u00ef\u00bb\u00bf", 0) ? 3 : 0;
        while (at < text.length() && !isFull()) {
            int end = line(at);
            line += text.lines(at, end) + 1;
            at = text.afterLine(end);
        }
    }

    private boolean isFull() {
        if (rows.accepted() == MAX_ENTRIES) {
            rows.note(line, Kind.TOO_MANY_ENTRIES, Optional.empty());
            return true;
        }
        if (rows.lost() == MAX_LOST_LINES) {
            rows.note(line, Kind.TOO_MANY_PROBLEMS, Optional.empty());
            return true;
        }
        return false;
    }

    /** Reads the line, or the lines of one row, and tells the index of the line end behind it. */
    private int line(int start) {
        int end = text.lineEnd(start);
        int first = text.skipBlanks(start, end);
        if (first == end) {
            comments.clear();
            return end;
        }
        if (text.at(first) == '#') {
            comments.add(first, end);
            return end;
        }
        int equals = text.indexOf('=', first, end);
        if (equals < 0) {
            rows.note(line, Kind.NO_EQUALS_SIGN, Optional.empty());
            comments.clear();
            return end;
        }
        return row(names.read(first, equals), values.read(equals + 1));
    }

    private int row(DotenvNames.Read read, DotenvValues.Row row) {
        String name = read.name();
        SecretValue value = row.value();
        if (name != null && value != null) {
            rows.add(new ImportEntry(name, value, Place.line(line), comments.describe(row.comment(), row.end())));
            inform(name, value, row.interpolates());
        } else {
            if (value != null) {
                value.close();
            }
            lost(read, row);
        }
        comments.clear();
        return row.end();
    }

    private void lost(DotenvNames.Read read, DotenvValues.Row row) {
        Kind kind = read.problem() == null ? row.problem() : read.problem();
        rows.note(line, Objects.requireNonNull(kind), Optional.ofNullable(read.name()));
    }

    private void inform(String name, SecretValue value, boolean interpolates) {
        if (interpolates) {
            rows.note(line, Kind.INTERPOLATION, Optional.of(name));
        }
        if (!value.use(Encoding::isUtf8)) {
            rows.note(line, Kind.NOT_TEXT, Optional.of(name));
        }
    }
}
