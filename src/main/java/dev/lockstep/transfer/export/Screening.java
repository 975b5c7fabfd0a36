package dev.lockstep.transfer.export;

import java.util.Optional;

/** Looks at the secrets of one export, one after the other in their order. */
@FunctionalInterface
public interface Screening {
    /** Why the format cannot hold this one; empty if it can. */
    Optional<Refusal.Reason> look(ExportItem item);
}
