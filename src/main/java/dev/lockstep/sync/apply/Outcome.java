package dev.lockstep.sync.apply;

import dev.lockstep.sync.plan.Plan;
import java.util.List;

/** What came of applying a plan. */
public sealed interface Outcome {
    /**
     * It was applied, as far as possible.
     *
     * @param plan that was applied
     * @param rows what became of each that was to be applied, in the order of the plan
     * @param tally how many came to what
     */
    record Ended(Plan plan, List<Applied> rows, Tally tally) implements Outcome {
        public Ended {
            rows = List.copyOf(rows);
        }

        static Ended of(Plan plan, List<Applied> rows) {
            return new Ended(plan, rows, Tally.of(plan, rows));
        }
    }

    /**
     * Nothing was done, because secrets or remotes are not as the plan says any more.
     *
     * @param now the plan as it would be now, with what was decided about rows that are still there
     */
    record Stale(Plan now) implements Outcome {}

    /**
     * Nothing was done, because the number of deletions was not typed, or not rightly.
     *
     * @param plan with the rows that would be applied
     */
    record Unconfirmed(Plan plan) implements Outcome {}
}
