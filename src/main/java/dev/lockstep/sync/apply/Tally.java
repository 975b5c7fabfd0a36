package dev.lockstep.sync.apply;

import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows of a plan came to what.
 *
 * @param done by what was done
 * @param conflicts that nobody decided
 * @param blocked rows of the plan
 * @param failed refused, not sent, or not kept here
 * @param unknown sent without an answer
 * @param untried whose turn did not come
 */
public record Tally(Map<Action, Integer> done, int conflicts, int blocked, int failed, int unknown, int untried) {
    public Tally {
        done = Map.copyOf(done);
    }

    /** How many rows were done. */
    public int done(Action action) {
        return done.getOrDefault(action, 0);
    }

    static Tally of(Plan plan, Collection<Applied> rows) {
        Map<Action, Integer> done = new EnumMap<>(Action.class);
        int failed = 0;
        int unknown = 0;
        int untried = 0;
        for (Applied row : rows) {
            switch (row.result()) {
                case RowResult.Done known -> done.merge(known.action(), 1, Integer::sum);
                case RowResult.Remembered remembered -> {}
                case RowResult.Refused refused -> failed++;
                case RowResult.NotSent unsent -> failed++;
                case RowResult.NotKept unkept -> failed++;
                case RowResult.Unknown open -> unknown++;
                case RowResult.NotTried left -> untried++;
            }
        }
        return new Tally(
                done, count(plan, Operation.CONFLICT), count(plan, Operation.BLOCKED), failed, unknown, untried);
    }

    private static int count(Plan plan, Operation operation) {
        return (int) plan.rows().stream()
                .map(Row::operation)
                .filter(operation::equals)
                .count();
    }
}
