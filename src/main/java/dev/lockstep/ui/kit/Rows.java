package dev.lockstep.ui.kit;

import dev.lockstep.words.Clusters;
import java.util.Arrays;

/**
 * A text laid on a grid of cells in rows: a row ends at a line end or where the next character would not fit. Keeps the places where
 * rows start and nothing of the text.
 */
final class Rows {
    private final CharSequence text;
    private final boolean wrapping;
    private int columns = Integer.MAX_VALUE;
    private boolean masked;
    private int[] starts = new int[16];
    private int count = 1;

    /**
     * @param wrapping false for one endless row, in which line ends are characters like others
     */
    Rows(CharSequence text, boolean wrapping) {
        this.text = text;
        this.wrapping = wrapping;
    }

    /** Told of each code point of a row. */
    @FunctionalInterface
    interface Visitor {
        void at(int index, int codePoint, int column, int width);
    }

    /** Lays the whole text anew. While masked every code point takes one cell. */
    void lay(int newColumns, boolean newMasked) {
        columns = wrapping ? Math.max(2, newColumns) : Integer.MAX_VALUE;
        masked = newMasked;
        count = 1;
        int column = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int codePoint = codePoint(i);
            int next = i + Character.charCount(codePoint);
            if (wrapping && codePoint == '\n') {
                begin(next);
                column = 0;
            } else {
                int width = width(i, codePoint, column);
                if (width > columns - column && column > 0) {
                    begin(i);
                    column = 0;
                }
                column += width;
            }
            i = next;
        }
    }

    private int codePoint(int at) {
        char unit = text.charAt(at);
        return Character.isSurrogate(unit) ? Character.codePointAt(text, at) : unit;
    }

    private void begin(int index) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = index;
    }

    private int width(int at, int codePoint, int column) {
        if (codePoint == '\r') {
            return masked ? (endsLine(at) ? 0 : 1) : 2;
        }
        return masked ? 1 : Cells.width(codePoint, column);
    }

    /** Whether a CR belongs to the line end after it. */
    private boolean endsLine(int at) {
        return wrapping && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    int count() {
        return count;
    }

    int start(int row) {
        return starts[row];
    }

    /** Where a row ends; its line end, if it has one, stands there. */
    int end(int row) {
        int end = row + 1 < count ? starts[row + 1] : text.length();
        return wrapping && end > starts[row] && text.charAt(end - 1) == '\n' ? end - 1 : end;
    }

    /** The last place of a row where a caret belongs to it. */
    int lastPlace(int row) {
        int end = end(row);
        if (row + 1 < count && end == starts[row + 1]) {
            return Clusters.previous(text, end);
        }
        return end > starts[row] && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    int rowOf(int index) {
        int found = Arrays.binarySearch(starts, 0, count, index);
        return found >= 0 ? found : -found - 2;
    }

    void visit(int row, Visitor visitor) {
        int column = 0;
        int end = end(row);
        for (int i = start(row); i < end; ) {
            int codePoint = codePoint(i);
            int width = width(i, codePoint, column);
            visitor.at(i, codePoint, column, width);
            column += width;
            i += Character.charCount(codePoint);
        }
    }

    /** The cell where a place of the text begins in its row. */
    int columnOf(int index) {
        int[] found = {0};
        visit(rowOf(index), (at, codePoint, column, width) -> {
            if (at < index) {
                found[0] = column + width;
            }
        });
        return found[0];
    }

    /** The place in a row that is nearest to a column, never inside a cluster. */
    int indexAt(int row, double wanted) {
        int best = start(row);
        int last = lastPlace(row);
        int column = 0;
        while (best < last) {
            int next = Clusters.next(text, best);
            int after = columnAfter(row, next);
            if (wanted < (column + after) / 2.0 || next > last) {
                return best;
            }
            column = after;
            best = next;
        }
        return best;
    }

    private int columnAfter(int row, int index) {
        int column = 0;
        for (int i = start(row); i < index; ) {
            int codePoint = codePoint(i);
            column += width(i, codePoint, column);
            i += Character.charCount(codePoint);
        }
        return column;
    }
}
