package dev.lockstep.ui.sync;

import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.plan.Banner;

/** What the sheet shows. */
sealed interface Stage {
    /** A plan is made; there is none yet, or it failed. */
    record Planning() implements Stage {}

    record Planned(PlanList plan, MatrixList matrix, ThereList there, Sites sites) implements Stage {}

    /**
     * The question whether to apply what is ticked.
     *
     * @param resumed whether it is what was cut short earlier
     * @param deletions how many there are
     */
    record Confirming(Planned planned, boolean resumed, TypedCount deletions) implements Stage {
        static Confirming of(Planned planned, boolean resumed) {
            return new Confirming(
                    planned, resumed, new TypedCount(planned.plan().plan().confirmation()));
        }
    }

    /**
     * The question whether a remote was emptied on purpose.
     *
     * @param owned how many names there were ours
     */
    record Doubting(Planned planned, Banner.EmptyListing list, TypedCount owned) implements Stage {}

    /**
     * Remotes are looked at.
     *
     * @param reading whether values are read, not names alone
     */
    record Checking(CheckRun run, Sites sites, boolean reading) implements Stage {}

    record Applying(Live live, Sites sites) implements Stage {}

    record Ended(Outcome.Ended outcome, Sites sites) implements Stage {}
}
