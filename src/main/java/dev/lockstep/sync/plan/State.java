package dev.lockstep.sync.plan;

import dev.lockstep.sync.ledger.Action;
import java.time.Instant;
import java.util.Optional;

/**
 * How a secret stands at a remote, with the evidence. Times named {@code known} are those when its value was last written or read by us, empty
 * if it never was; times named {@code checked} those of the last list. All are by the clock of this computer except where a vendor's is named.
 */
public sealed interface State {
    /** The value there is the value here. */
    record VerifiedEqual(Instant when, Proof proof) implements State {}

    /** The value there is not the one here, nor the one that we wrote. */
    record Differs(Instant when, Proof proof) implements State {}

    /** What the vendor tells of changes is what it told right after our write; the value was not read. */
    record ProbablyUnchanged(Instant checked, Instant known) implements State {}

    /**
     * It was written since, and not by us.
     *
     * @param modified by the vendor's clock, if told
     */
    record ChangedElsewhere(Change change, Optional<Instant> modified, Optional<Instant> known) implements State {}

    record CannotTell(Why why, Optional<Instant> known) implements State {}

    /** The value here was never sent there, or is a later one than was. */
    record LocalAhead(Optional<Instant> known) implements State {}

    /**
     * A whole list lacks it, or it was deleted from here since.
     *
     * @param checked when that was
     * @param restorable whether it is known to be deleted in a way that can be undone there
     */
    record MissingThere(Instant checked, boolean restorable, Optional<Instant> known) implements State {}

    /** It stands there and is not ours. */
    record OnlyThere(Instant checked) implements State {}

    /** It was sent, and no answer came. */
    record OutcomeUnknown(Action action, Instant sent) implements State {}

    /** What shows it. */
    enum Proof {
        READ_BACK,
        /** The vendor counts versions, and it is the one of our own write. */
        OWN_VERSION,
        /** The part of the value that the vendor shows. One that differs is proof, one that matches is none. */
        MASK
    }

    /** What shows a change. */
    enum Change {
        /** The vendor's time of the last change. */
        TIME,
        VERSION,
        /** It is another secret of the same name: the one that we knew was deleted. */
        REPLACED
    }

    /** Why nothing can be said. */
    enum Why {
        /** It is there, and the vendor tells nothing more. */
        NAME_ALONE(true),
        /** It is there, and nobody ever read or wrote its value from here. */
        NEVER_READ(true),
        NEVER_LISTED(false),
        /** The last list did not come to its end, so what it lacked may be there. */
        LISTING_FAILED(false),
        /** The last list was empty, although things there are ours. */
        LISTING_EMPTY(false),
        /** The list is of the time of our own write, and vendors' lists may be late. */
        SETTLING(false),
        /** Several secrets there have the name. */
        SAME_NAME(true);

        private final boolean there;

        Why(boolean there) {
            this.there = there;
        }

        /** Whether it is at least known that it is there. */
        boolean isThere() {
            return there;
        }
    }
}
