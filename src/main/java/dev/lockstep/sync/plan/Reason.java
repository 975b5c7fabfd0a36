package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import dev.lockstep.naming.NameProblem;
import dev.lockstep.sync.ledger.Action;
import java.time.Instant;
import java.util.List;

/** Why a row is what it is. The words for each case are an exhaustive {@code switch} in the screens. */
public sealed interface Reason {
    /** It is not there yet. */
    record New() implements Reason {}

    /** The value here is another one than was last known to be there. */
    record ChangedHere() implements Reason {}

    /** What is there is not what was last known to be there. */
    record ChangedThere() implements Reason {}

    record ChangedBoth() implements Reason {}

    /** Somebody else deleted it there. */
    record GoneThere() implements Reason {}

    /** It was ours, and is gone on both sides; applying forgets it. */
    record GoneBoth() implements Reason {}

    /**
     * It is in the trash here.
     *
     * @param emptied whether it is not even there any more
     */
    record DeletedHere(boolean emptied) implements Reason {}

    /** Both sides have the same value by now; applying remembers that, and nothing is written. */
    record SameOnBothSides() implements Reason {}

    record NothingChanged() implements Reason {}

    /** It stands there, and this vault has none of this name. */
    record OnlyThere() implements Reason {}

    /** Nothing is known of the value there: it was taken over, and nobody read or wrote it from here. */
    record NeverKnown() implements Reason {}

    /** It was created there by us, and what value it has is not known for sure. */
    record Unconfirmed() implements Reason {}

    /** A write was sent and no answer came. */
    record OutcomeUnknown(Action action, Instant sent) implements Reason {}

    record Unknowable(State.Why why) implements Reason {}

    /** It may have been changed there, which only reading the value shows. */
    record ReadFirst() implements Reason {}

    /**
     * A secret that is not ours has the name there.
     *
     * @param restorable whether it is deleted there in a way that can be undone
     */
    record TakenThere(boolean restorable) implements Reason {}

    /** Several secrets would have the same name there. */
    record Collides(List<Rival> rivals) implements Reason {
        public Collides {
            rivals = List.copyOf(rivals);
        }
    }

    /**
     * Another secret that has or would have the name there.
     *
     * @param name here; empty if it is not even in the trash any more
     * @param owns whether it is the one that stands there
     */
    record Rival(SecretId id, String name, boolean trashed, boolean owns) {}

    record BadName(List<NameProblem> problems) implements Reason {
        public BadName {
            problems = List.copyOf(problems);
        }
    }

    record BadPrefix(List<NameProblem> problems) implements Reason {
        public BadPrefix {
            problems = List.copyOf(problems);
        }
    }

    record ValueTooLong(int characters, int most) implements Reason {}

    record ValueTooShort(int characters, int least) implements Reason {}

    /** The value is not UTF-8, and the vendor takes text alone. */
    record ValueNotText() implements Reason {}

    /** The value cannot be opened. */
    record ValueUnreadable() implements Reason {}

    /** The vendor documents no way to give a secret another value; deleting and creating it again is not done in its place. */
    record NoUpdate() implements Reason {}

    record NoDelete() implements Reason {}

    /** Deleting is not switched on for the remote. */
    record DeletionsOff() implements Reason {}

    /** From this remote secrets are only taken. */
    record PullOnly() implements Reason {}

    /** By the same plan its value here comes from another remote; the next one sends that. */
    record PulledFirst() implements Reason {}

    /** The secret was moved to another collection than the remote is for. */
    record OtherCollection() implements Reason {}

    /** It cannot come here, because another secret of the collection has its name. */
    record NameTakenHere() implements Reason {}

    /** It cannot come here, because no secret here can have its name. */
    record BadNameHere(List<NameProblem> problems) implements Reason {
        public BadNameHere {
            problems = List.copyOf(problems);
        }
    }
}
