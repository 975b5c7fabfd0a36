package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What may be shown of a table before it is known which column is what.
 *
 * @param heading whether the first row tells what the columns are
 * @param cells of the first row, one for each column; masked where they may be values
 * @param rows how many there are without the heading
 */
public record Table(boolean heading, List<String> cells, int rows) {
    public Table {
        cells = List.copyOf(cells);
    }

    /** Looks at tables. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes long for a long table, and is ended by interrupting the thread.
         *
         * @param heading whether the first row is a heading, as somebody said; empty if nobody did
         */
        Table look(Path file, Optional<Boolean> heading) throws ImportException, InterruptedException;
    }
}
