package dev.lockstep.ui.sync;

import dev.lockstep.sync.apply.Outcome;

/** What the sheet shows. */
sealed interface Stage {
    /** A plan is made; there is none yet, or it failed. */
    record Planning() implements Stage {}

    record Planned(PlanList plan, MatrixList matrix, Sites sites) implements Stage {}

    /** The question whether to apply what is ticked. */
    record Confirming(Planned planned, Deletions deletions) implements Stage {}

    /**
     * Remotes are looked at.
     *
     * @param reading whether values are read, not names alone
     */
    record Checking(CheckRun run, Sites sites, boolean reading) implements Stage {}

    record Applying(Live live, Sites sites) implements Stage {}

    record Ended(Outcome.Ended outcome, Sites sites) implements Stage {}
}
