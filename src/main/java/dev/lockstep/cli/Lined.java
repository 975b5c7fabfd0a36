package dev.lockstep.cli;

import dev.lockstep.words.Cells;
import java.util.ArrayList;
import java.util.List;

/** Lines of several parts, each part below its like. A part that is far wider than others moves the rest of its own line alone. */
final class Lined {
    private static final String GAP = "  ";
    private static final int WIDEST = 40;

    private final String indent;
    private final List<Integer> widths = new ArrayList<>();

    /** @param rows of the same number of parts each; all lines that are to stand below each other */
    Lined(String indent, List<List<String>> rows) {
        this.indent = indent;
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Cells.width(row.get(i));
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width <= WIDEST ? width : 0));
            }
        }
    }

    /** One line; a column that is empty in all of them takes no room. */
    String line(List<String> row) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            int width = Cells.width(row.get(i));
            if (Math.max(width, widths.get(i)) > 0) {
                line.append(row.get(i));
                line.repeat(' ', Math.max(0, widths.get(i) - width)).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }
}
