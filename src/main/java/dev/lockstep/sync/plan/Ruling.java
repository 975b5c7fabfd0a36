package dev.lockstep.sync.plan;

import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.vault.Direction;
import java.util.Optional;

/**
 * What is to be done about a name that is ours, and why, by what is known of both sides. Whether the value fits is not looked at.
 *
 * @param operation what
 * @param reason why
 */
record Ruling(Operation operation, Reason reason) {
    /** Of a secret that is in the collection. */
    static Ruling present(Target target, Listing listing, LedgerLine line, Finding found, boolean ahead) {
        return switch (found.side()) {
            case OPEN -> open(target, listing, line.intent().orElseThrow());
            case UNSURE -> unknowable(found.state());
            case ABSENT -> new Ruling(target.isPushed() ? Operation.CREATE : Operation.BLOCKED, new Reason.GoneThere());
            case AS_HERE -> new Ruling(Operation.UNCHANGED, new Reason.SameOnBothSides());
            case SAME -> ahead ? pushed(target, new Reason.ChangedHere()) : unchanged();
            case UNKNOWN -> dark(target, line.entry().orElseThrow(), found.state(), ahead);
            case MOVED -> moved(target, line.entry().orElseThrow(), ahead);
        };
    }

    /** Of a secret that is in the trash, or not even there. */
    static Ruling deleted(Target target, LedgerLine line, Finding found, boolean emptied) {
        return switch (found.side()) {
            case OPEN -> outcome(line.intent().orElseThrow());
            case UNSURE -> unknowable(found.state());
            case ABSENT -> new Ruling(Operation.UNCHANGED, new Reason.GoneBoth());
            case MOVED -> new Ruling(Operation.CONFLICT, new Reason.ChangedThere());
            case SAME, AS_HERE, UNKNOWN ->
                undeletable(target)
                        .map(why -> new Ruling(Operation.BLOCKED, why))
                        .orElseGet(() -> isNeverKnown(line)
                                ? new Ruling(Operation.CONFLICT, new Reason.NeverKnown())
                                : new Ruling(Operation.DELETE, new Reason.DeletedHere(emptied)));
        };
    }

    /** Why nothing can be deleted at a remote; empty if it can. */
    static Optional<Reason> undeletable(Target target) {
        if (!target.isPushed()) {
            return Optional.of(new Reason.PullOnly());
        }
        if (!target.conduct().deletions()) {
            return Optional.of(new Reason.DeletionsOff());
        }
        return target.can(Capability.DELETE) ? Optional.empty() : Optional.of(new Reason.NoDelete());
    }

    static Ruling outcome(Intent intent) {
        return new Ruling(Operation.CANNOT_CHECK, new Reason.OutcomeUnknown(intent.action(), intent.when()));
    }

    /** An update is the same if it is sent again, and nothing is lost by it where the value here is the one that counts. */
    private static Ruling open(Target target, Listing listing, Intent intent) {
        boolean looked = listing.silence().isEmpty() && !listing.maybeBefore(intent.when());
        Ruling unknown = outcome(intent);
        return intent.action() == Action.UPDATE && looked && target.direction() == Direction.PUSH
                ? new Ruling(Operation.UPDATE, unknown.reason())
                : unknown;
    }

    private static Ruling dark(Target target, LedgerEntry entry, State state, boolean ahead) {
        if (entry.acknowledged().isEmpty()) {
            if (!target.isPushed()) {
                return new Ruling(Operation.PULL_VERSION, new Reason.NeverKnown());
            }
            return entry.claim() == Claim.CREATED
                    ? new Ruling(Operation.UPDATE, new Reason.Unconfirmed())
                    : new Ruling(Operation.CONFLICT, new Reason.NeverKnown());
        }
        if (!ahead) {
            return unknowable(state);
        }
        return target.direction() == Direction.TWO_WAY
                ? new Ruling(Operation.CANNOT_CHECK, new Reason.ReadFirst())
                : pushed(target, new Reason.ChangedHere());
    }

    private static Ruling moved(Target target, LedgerEntry entry, boolean ahead) {
        boolean known = entry.acknowledged().isPresent();
        if (target.isPulled() && !ahead && (known || !target.isPushed())) {
            return new Ruling(Operation.PULL_VERSION, known ? new Reason.ChangedThere() : new Reason.NeverKnown());
        }
        if (!known) {
            return new Ruling(Operation.CONFLICT, new Reason.NeverKnown());
        }
        return new Ruling(Operation.CONFLICT, ahead ? new Reason.ChangedBoth() : new Reason.ChangedThere());
    }

    private static boolean isNeverKnown(LedgerLine line) {
        return line.entry()
                .filter(entry -> entry.acknowledged().isEmpty() && entry.claim() != Claim.CREATED)
                .isPresent();
    }

    private static Ruling pushed(Target target, Reason why) {
        return target.isPushed()
                ? new Ruling(Operation.UPDATE, why)
                : new Ruling(Operation.BLOCKED, new Reason.PullOnly());
    }

    private static Ruling unchanged() {
        return new Ruling(Operation.UNCHANGED, new Reason.NothingChanged());
    }

    private static Ruling unknowable(State state) {
        State.Why why = state instanceof State.CannotTell untold ? untold.why() : State.Why.NAME_ALONE;
        return new Ruling(Operation.CANNOT_CHECK, new Reason.Unknowable(why));
    }
}
