package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.csv.CsvPreview;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at tables before it is known which column is what. */
@FunctionalInterface
public interface Tables {
    /**
     * Takes long for a long table, and is ended by interrupting the thread.
     *
     * @param heading whether the first row is a heading, as somebody said; empty if nobody did
     */
    CsvPreview look(Path file, Optional<Boolean> heading) throws ImportException, InterruptedException;
}
