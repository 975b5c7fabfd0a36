package dev.lockstep.sync.check;

import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.plan.State;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one remote that may want a look at it.
 *
 * @param changed how many values there are not those that we wrote
 * @param missing how many secrets a whole list lacks
 * @param unanswered how many were sent without an answer
 * @param emptied whether the last list was empty although things there are ours
 * @param failed why the last list did not come to its end
 * @param looked when it was last listed, or that was tried
 */
public record Concern(
        int changed, int missing, int unanswered, boolean emptied, Optional<Setback> failed, Optional<Instant> looked) {
    /** Whether somebody should look. That a vendor was not reached is no concern: it will be, once there is a network. */
    public boolean needsAttention() {
        return changed + missing + unanswered > 0 || emptied || refused();
    }

    /** Whether the last list failed in a way that will not pass by itself. */
    public boolean refused() {
        return failed.filter(Concern::lasts).isPresent();
    }

    private static boolean lasts(Setback why) {
        return switch (why) {
            case REFUSED, UNAUTHORIZED, FORBIDDEN, UPGRADE_NEEDED, PROTOCOL_ERROR, SAME_NAME, TOO_MANY -> true;
            case RATE_LIMITED, UNAVAILABLE, PAUSED, CANCELLED -> false;
        };
    }

    /** The same with one more secret, of which it is known whether it is still here. */
    Concern with(State state, boolean present) {
        return switch (state) {
            case State.Differs differs -> with(1, 0, 0);
            case State.ChangedElsewhere elsewhere -> with(1, 0, 0);
            case State.MissingThere gone -> with(0, present ? 1 : 0, 0);
            case State.OutcomeUnknown unknown -> with(0, 0, 1);
            case State.VerifiedEqual equal -> this;
            case State.ProbablyUnchanged unchanged -> this;
            case State.CannotTell unclear -> this;
            case State.LocalAhead ahead -> this;
            case State.OnlyThere foreign -> this;
        };
    }

    private Concern with(int moreChanged, int moreMissing, int moreUnanswered) {
        return new Concern(
                changed + moreChanged, missing + moreMissing, unanswered + moreUnanswered, emptied, failed, looked);
    }
}
