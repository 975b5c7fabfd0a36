package dev.lockstep.sync.rotation;

import dev.lockstep.sync.plan.State;

/** How far a secret of a rotation is at a remote. */
public enum Stage {
    /** The remote is known to have a value of before. */
    OLD,
    /** The secret is ours there, and nothing was ever pushed. */
    NOT_PUSHED,
    /** Somebody else wrote there since. */
    CHANGED_ELSEWHERE,
    MISSING,
    /** It was sent, and no answer came. */
    OUTCOME_UNKNOWN,
    /** Nothing tells which value the remote has. */
    UNVERIFIABLE,
    /** None of the stages before, but the user takes it on trust. */
    ACCEPTED,
    /** The vendor took the new value. */
    ACKNOWLEDGED,
    /** The remote has the new value. */
    VERIFIED;

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return switch (this) {
            case ACCEPTED, ACKNOWLEDGED, VERIFIED -> true;
            case OLD, NOT_PUSHED, CHANGED_ELSEWHERE, MISSING, OUTCOME_UNKNOWN, UNVERIFIABLE -> false;
        };
    }

    /** Whether it may be taken on trust because nobody can look or nothing stands there. */
    boolean isUnseen() {
        return this == OUTCOME_UNKNOWN || this == UNVERIFIABLE || this == MISSING;
    }

    /**
     * The stage of a name that is ours.
     *
     * @param renewed whether the secret has another value here than when the rotation began
     * @param acknowledged whether that value is the one that the vendor was last known to have taken
     */
    static Stage of(State state, boolean renewed, boolean acknowledged) {
        return switch (state) {
            case State.OutcomeUnknown unknown -> OUTCOME_UNKNOWN;
            case State.ChangedElsewhere changed -> CHANGED_ELSEWHERE;
            case State.Differs differs -> CHANGED_ELSEWHERE;
            case State.MissingThere missing -> MISSING;
            case State.VerifiedEqual equal -> renewed ? VERIFIED : OLD;
            case State.ProbablyUnchanged unchanged -> renewed ? ACKNOWLEDGED : OLD;
            case State.LocalAhead ahead -> ahead.known().isPresent() || !renewed ? OLD : NOT_PUSHED;
            case State.CannotTell silent -> silent(silent, renewed, acknowledged);
            case State.OnlyThere foreign -> UNVERIFIABLE;
        };
    }

    private static Stage silent(State.CannotTell silent, boolean renewed, boolean acknowledged) {
        if (renewed && acknowledged) {
            return ACKNOWLEDGED;
        }
        return silent.known().isPresent() && !renewed ? OLD : UNVERIFIABLE;
    }
}
