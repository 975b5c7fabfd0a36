package dev.lockstep.sync.apply;

import dev.lockstep.model.RowId;
import dev.lockstep.sync.ledger.RunPart;
import dev.lockstep.sync.plan.Row;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be done at one remote.
 *
 * @param rows to apply, in order
 * @param settled to remember
 * @param former runs whose rest this is
 */
record Work(List<Row> rows, List<Row> settled, List<RowId> former) {
    Work {
        rows = List.copyOf(rows);
        settled = List.copyOf(settled);
        former = List.copyOf(former);
    }

    /** As a run remembers it. */
    List<RunPart> parts(RowId run) {
        return RunPart.of(
                run,
                rows.stream()
                        .map(row -> new RunPart.Task(
                                row.key().there(),
                                row.operation().action().orElseThrow(),
                                row.key().secret()))
                        .toList());
    }

    Stream<Row> all() {
        return Stream.concat(settled.stream(), rows.stream());
    }
}
