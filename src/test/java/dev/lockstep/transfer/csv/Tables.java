package dev.lockstep.transfer.csv;

import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.Imported;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables to read. */
final class Tables {
    static final Columns NAME_AND_VALUE = new Columns(false, 0, 1, OptionalInt.empty(), OptionalInt.empty());

    private Tables() {}

    static Path example(String name) throws Exception {
        return Path.of(Tables.class.getResource(name).toURI());
    }

    static MemorySegment bytes(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
    }

    static Imported read(String table) throws Exception {
        return Imported.of(CsvFormat.read(bytes(table), Optional.empty(), Progress.UNTOLD));
    }

    static Imported read(String table, Columns columns) throws Exception {
        return Imported.of(CsvFormat.read(bytes(table), Optional.of(columns), Progress.UNTOLD));
    }

    /** The cells of each row; a row with a problem is its kind. */
    static List<List<String>> rows(String table) {
        CsvRows rows = new CsvRows(bytes(table));
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < rows.cells() && rows.problem().isEmpty(); cell++) {
                cells.add(rows.text(cell).orElseThrow());
            }
            rows.problem().ifPresent(problem -> cells.add(problem.name()));
            all.add(cells);
        }
        return all;
    }
}
