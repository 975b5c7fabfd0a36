package dev.lockstep.cli;

import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;

/** What rows are called here and there. */
record RowWords(SyncPlace place) {
    /** The name here; of a secret that is gone, that. */
    String here(Row row) {
        return place.spelling().name(row.name());
    }

    /** The name there, where it is another one than here, with an arrow to where the value goes. */
    String there(Row row) {
        if (row.name().equals(row.key().there())) {
            return "";
        }
        boolean comes = row.operation() == Operation.PULL_NEW || row.operation() == Operation.PULL_VERSION;
        return (comes ? "<- " : "-> ") + place.spelling().name(row.key().there());
    }
}
