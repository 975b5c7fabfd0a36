package dev.lockstep.transfer.csv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads a table to its end. A column of which nothing is taken is told of where it first holds anything. */
final class CsvReading {
    private static final int PROGRESS_ROWS = 1000;

    /** In bytes: each of a value may have a quote and a guard beside it. */
    private static final int LARGEST_CELL = 4 * SecretValue.MAX_SIZE;

    private final CsvRows rows;
    private final Gathering gathering;
    private final Progress progress;
    private final BitSet told = new BitSet();
    private List<String> names = List.of();
    private int width;

    private CsvReading(CsvRows rows, Gathering gathering, Progress progress) {
        this.rows = rows;
        this.gathering = gathering;
        this.progress = progress;
    }

    /**
     * Reads a table from its first row on.
     *
     * @param columns empty to go by the heading
     * @return to be closed by the caller
     */
    static ImportSource read(CsvRows rows, Optional<Columns> columns, Progress progress)
            throws ImportException, InterruptedException {
        try (Gathering gathering = new Gathering()) {
            if (rows.isUtf16()) {
                gathering.lost(Thing.FILE, Place.line(1), Kind.UTF_16, Optional.empty());
            } else if (rows.next()) {
                new CsvReading(rows, gathering, progress).run(columns);
            }
            return gathering.finish();
        }
    }

    private void run(Optional<Columns> columns) throws ImportException, InterruptedException {
        CsvHeading heading = CsvHeading.of(rows);
        width = rows.cells();
        boolean isHeading = columns.map(Columns::heading).orElse(true);
        RowReader reader = reader(heading, columns);
        if (isHeading && rows.problem().isPresent()) {
            throw new ImportException(Reason.DAMAGED);
        }
        if (width > CsvRows.MAX_COLUMNS) {
            throw new ImportException(Reason.UNSUPPORTED);
        }
        if (reader.least() > width) {
            throw new ImportException(Reason.COLUMNS_NEEDED);
        }
        if (isHeading) {
            names = heading.names();
        }
        int count = 0;
        for (boolean more = !isHeading || rows.next(); more; more = rows.next()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (gathering.isFull()) {
                lost(Kind.TOO_MANY_ENTRIES);
                return;
            }
            row(reader);
            if (++count % PROGRESS_ROWS == 0) {
                progress.at(rows.position(), rows.length());
            }
        }
    }

    private static RowReader reader(CsvHeading heading, Optional<Columns> columns) throws ImportException {
        if (columns.isPresent()) {
            return new ValueRows(columns.get(), OptionalInt.empty(), false);
        }
        Optional<Columns> plain = heading.plain();
        if (plain.isPresent()) {
            return new ValueRows(plain.get(), heading.column(Role.ROTATE_BY), heading.isOwn());
        }
        if (!heading.isItems()) {
            throw new ImportException(Reason.COLUMNS_NEEDED);
        }
        return new ItemRows(heading);
    }

    private void row(RowReader reader) {
        Optional<Kind> problem = rows.problem();
        if (problem.isPresent()) {
            lost(problem.get());
        } else if (rows.cells() != width) {
            lost(Kind.WRONG_CELLS);
        } else if (isHuge(reader)) {
            lost(Kind.VALUE_TOO_LARGE);
        } else {
            reader.take(rows, gathering);
            tellUntaken(reader);
        }
    }

    /** Whether a cell would not be made a value of, even if all that is doubled in it were taken away. */
    private boolean isHuge(RowReader reader) {
        return IntStream.range(0, width).anyMatch(cell -> rows.size(cell) > LARGEST_CELL && reader.takes(cell));
    }

    private void lost(Kind kind) {
        gathering.lost(Thing.VALUE, Place.line(rows.line()), kind, Optional.empty());
    }

    private void tellUntaken(RowReader reader) {
        for (int column = told.nextClearBit(0); column < width; column = told.nextClearBit(column + 1)) {
            if (reader.takes(column)) {
                told.set(column);
            } else if (!rows.isEmpty(column)) {
                told.set(column);
                Optional<String> name = column < names.size() ? Optional.of(names.get(column)) : Optional.empty();
                gathering.lost(Thing.OTHER, Place.line(rows.line()), Kind.NO_PLACE_FOR_IT, name);
            }
        }
    }
}
