package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import java.time.Instant;

/**
 * That a plan is being applied at a remote. It is stored before the first write and deleted after the last, so one that is found later was cut
 * short and can be resumed.
 *
 * @param id the same at all remotes of the plan
 * @param started when
 * @param parts how many {@link RunPart}s tell what was to be done here, 1 to {@value #MAX_PARTS}
 */
public record Run(RowId id, Instant started, int parts) implements LedgerItem {
    public static final int MAX_PARTS = 10_000;

    public Run {
        if (parts < 1 || parts > MAX_PARTS) {
            throw new IllegalArgumentException(parts + " parts");
        }
    }
}
