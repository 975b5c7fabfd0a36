package dev.lockstep.ui.kit;

/** Draws one row of a text: its selection first, its characters or bullets over it, the mark of its line end last. */
final class RowDrawing {
    private final Pen pen;
    private final Grid grid;
    private final CharSequence text;
    private final Rows rows;
    private final Page.View view;

    RowDrawing(Pen pen, Grid grid, CharSequence text, Rows rows, Page.View view) {
        this.pen = pen;
        this.grid = grid;
        this.text = text;
        this.rows = rows;
        this.view = view;
    }

    void draw(int row, double width) {
        double y = row * grid.line() - view.top();
        int firstEdge = trailingFrom(row);
        int lastEdge = leadingUntil(row);
        double[] end = {-view.left()};
        rows.visit(row, (index, codePoint, column, cells) -> {
            double x = column * grid.cell() - view.left();
            end[0] = x + cells * grid.cell();
            if (end[0] < 0 || x > width) {
                return;
            }
            if (index >= view.from() && index < view.to()) {
                pen.select(x, y, cells * grid.cell());
            }
            if (!view.masked()) {
                pen.glyph(codePoint, x, y, index >= firstEdge || index < lastEdge);
            } else if (cells > 0) {
                pen.bullet(x, y);
            }
        });
        lineEnd(row, end[0], y);
    }

    private void lineEnd(int row, double x, double y) {
        int at = rows.end(row);
        if (!endsLine(row) || at == text.length()) {
            return;
        }
        if (at >= view.from() && at < view.to()) {
            pen.select(x, y, grid.cell());
        }
        if (!view.masked()) {
            pen.lineEnd(x, y);
        }
    }

    private boolean endsLine(int row) {
        int end = rows.end(row);
        return end == text.length() || row + 1 == rows.count() || rows.start(row + 1) > end;
    }

    private int trailingFrom(int row) {
        int from = rows.end(row);
        if (!endsLine(row)) {
            return from;
        }
        while (from > rows.start(row) && blank(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** White space before the first character of the whole text; indentation of later lines is usual. */
    private int leadingUntil(int row) {
        int until = 0;
        while (row == 0 && until < rows.end(row) && blank(text.charAt(until))) {
            until++;
        }
        return until;
    }

    private static boolean blank(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\r';
    }
}
