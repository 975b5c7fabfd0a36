package dev.lockstep.ui.kit;

import dev.lockstep.ui.kit.DiffLine.Kind;
import dev.lockstep.words.Text;
import java.util.List;

/** Draws the visible rows of two texts beside each other: a sign in front of each line, a ground behind what only one of them has. */
final class DiffDrawing {
    /** Cells for the sign before each line. */
    private static final int SIGN = 2;

    private static final char MINUS = '\u2212';

    private final CharSequence older;
    private final CharSequence newer;
    private final Rows olderRows;
    private final Rows newerRows;
    private final List<DiffLine> lines;
    private int[] tops = {0};

    DiffDrawing(CharSequence older, CharSequence newer) {
        this.older = older;
        this.newer = newer;
        olderRows = new Rows(older, true);
        newerRows = new Rows(newer, true);
        lines = DiffLines.of(older, newer);
        lay(80);
    }

    /** Lays all lines anew; a column is a cell. */
    void lay(int columns) {
        olderRows.lay(columns - SIGN, false);
        newerRows.lay(columns - SIGN, false);
        tops = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            tops[i + 1] = tops[i] + height(lines.get(i));
        }
    }

    /** How many rows there are. */
    int rows() {
        return tops[lines.size()];
    }

    private int height(DiffLine line) {
        if (line.kind() == Kind.GAP) {
            return 1;
        }
        Rows rows = rows(line);
        CharSequence text = text(line);
        boolean ended = text.charAt(line.to() - 1) == '\n';
        int after = ended ? rows.rowOf(line.to()) : rows.count();
        return after - rows.rowOf(line.from());
    }

    private Rows rows(DiffLine line) {
        return line.kind() == Kind.REMOVED ? olderRows : newerRows;
    }

    private CharSequence text(DiffLine line) {
        return line.kind() == Kind.REMOVED ? older : newer;
    }

    /** Draws what can be seen from a distance from the top on, in pixels. */
    void draw(Pen pen, Grid grid, double top, double width, double height) {
        for (int i = 0; i < lines.size(); i++) {
            double y = tops[i] * grid.line() - top;
            if (y < height && tops[i + 1] * grid.line() > top) {
                draw(pen, grid, lines.get(i), y, width);
            }
        }
    }

    private void draw(Pen pen, Grid grid, DiffLine line, double y, double width) {
        switch (line.kind()) {
            case GAP -> pen.words(Text.of("secret.diff.gap", line.to()), SIGN * grid.cell(), y);
            case SAME -> text(pen, grid, line, y, width);
            case REMOVED, ADDED -> {
                pen.ground(line.kind() == Kind.REMOVED, y, width, height(line));
                parts(pen, grid, line, y);
                pen.sign(line.kind() == Kind.REMOVED ? MINUS : '+', grid.cell() / 2, y);
                text(pen, grid, line, y, width);
            }
        }
    }

    private void parts(Pen pen, Grid grid, DiffLine line, double y) {
        Rows rows = rows(line);
        boolean old = line.kind() == Kind.REMOVED;
        int first = rows.rowOf(line.from());
        for (int row = 0; row < height(line); row++) {
            double rowTop = y + row * grid.line();
            rows.visit(first + row, (index, codePoint, column, cells) -> {
                if (line.changedAt(index)) {
                    pen.part(old, (SIGN + column) * grid.cell(), rowTop, cells * grid.cell());
                }
            });
        }
    }

    private void text(Pen pen, Grid grid, DiffLine line, double y, double width) {
        Rows rows = rows(line);
        int first = rows.rowOf(line.from());
        for (int row = first; row < first + height(line); row++) {
            double fromTop = first * grid.line() - y;
            Page.View view = new Page.View(false, -SIGN * grid.cell(), fromTop, 0, 0);
            new RowDrawing(pen, grid, text(line), rows, view).draw(row, width);
        }
    }
}
