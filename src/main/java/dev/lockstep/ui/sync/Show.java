package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.words.Text;

/** Which lines of a plan are shown. */
enum Show {
    ALL,
    TO_DO,
    DELETES,
    CONFLICTS,
    BLOCKED,
    UNCHECKED,
    FOREIGN;

    boolean accepts(Row row) {
        return switch (this) {
            case ALL -> true;
            case TO_DO -> Filter.OPEN.accepts(row);
            case DELETES -> Filter.DELETES.accepts(row) || row.options().containsValue(Operation.DELETE);
            case CONFLICTS -> Filter.CONFLICTS.accepts(row);
            case BLOCKED -> Filter.BLOCKED.accepts(row) || row.options().containsValue(Operation.BLOCKED);
            case UNCHECKED -> Filter.UNCHECKED.accepts(row);
            case FOREIGN -> row.reason() instanceof Reason.TakenThere || row.reason() instanceof Reason.OnlyThere;
        };
    }

    String words() {
        return switch (this) {
            case ALL -> Text.of("sync.show.all");
            case TO_DO -> Text.of("sync.show.to-do");
            case DELETES -> Text.of("sync.show.deletes");
            case CONFLICTS -> Text.of("sync.show.conflicts");
            case BLOCKED -> Text.of("sync.show.blocked");
            case UNCHECKED -> Text.of("sync.show.unchecked");
            case FOREIGN -> Text.of("sync.show.foreign");
        };
    }
}
