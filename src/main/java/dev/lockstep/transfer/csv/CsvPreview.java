package dev.lockstep.transfer.csv;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a screen on which somebody says which column is what may show of a table. The first row may be values already: unless it is known or said
 * to be a heading, only dots stand for its cells.
 *
 * @param heading whether the first row is taken for a heading
 * @param cells one for each column: the headings, or a dot for each of the first bytes of each cell
 * @param rows how many there are with any text, without the heading
 */
public record CsvPreview(boolean heading, List<String> cells, int rows) {
    private static final int MAX_DOTS = 8;
    private static final int MAX_HEADING = 64;

    public CsvPreview {
        cells = List.copyOf(cells);
    }

    /**
     * Looks at a file. Interrupting the thread ends it.
     *
     * @param heading whether the first row is a heading; empty if nobody has said so yet
     * @throws ImportException as {@link CsvFormat#read} does for files that are no tables at all
     */
    public static CsvPreview of(Path file, Optional<Boolean> heading) throws ImportException, InterruptedException {
        try (SourceFile source = SourceFile.read(file, CsvFormat.MAX_SIZE)) {
            CsvRows rows = new CsvRows(source.content());
            return rows.isUtf16() || !rows.next() ? new CsvPreview(false, List.of(), 0) : of(rows, heading);
        }
    }

    private static CsvPreview of(CsvRows rows, Optional<Boolean> said) throws InterruptedException {
        boolean heading = said.orElseGet(() -> CsvHeading.of(rows).isKnown());
        List<String> cells = IntStream.range(0, Math.min(rows.cells(), CsvRows.MAX_COLUMNS))
                .mapToObj(cell -> heading ? shown(rows, cell) : ".".repeat(Math.min(rows.size(cell), MAX_DOTS)))
                .toList();
        int count = heading ? 0 : 1;
        while (rows.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            count++;
        }
        return new CsvPreview(heading, cells, count);
    }

    private static String shown(CsvRows rows, int cell) {
        String text = rows.text(cell).orElse("");
        return text.length() <= MAX_HEADING ? text : text.substring(0, MAX_HEADING);
    }
}
