package dev.lockstep.ui.kit.states;

import dev.lockstep.sync.plan.State;
import dev.lockstep.words.Text;

/** A state as a shape: the first thing to see of it, before its colour. In the order of the legend. */
public enum Sign {
    VERIFIED,
    UNCHANGED,
    AHEAD,
    MISSING,
    DIFFERS,
    CHANGED,
    UNCLEAR,
    UNANSWERED,
    FOREIGN,
    UNBOUND;

    /** The shape of a state. */
    public static Sign of(State state) {
        return switch (state) {
            case State.VerifiedEqual verified -> VERIFIED;
            case State.ProbablyUnchanged unchanged -> UNCHANGED;
            case State.LocalAhead ahead -> AHEAD;
            case State.MissingThere missing -> MISSING;
            case State.Differs differs -> DIFFERS;
            case State.ChangedElsewhere changed -> CHANGED;
            case State.CannotTell unclear -> UNCLEAR;
            case State.OutcomeUnknown unanswered -> UNANSWERED;
            case State.OnlyThere foreign -> FOREIGN;
        };
    }

    /** In the legend. */
    public String words() {
        return switch (this) {
            case VERIFIED -> Text.of("sync.sign.verified");
            case UNCHANGED -> Text.of("sync.sign.unchanged");
            case AHEAD -> Text.of("sync.sign.ahead");
            case MISSING -> Text.of("sync.sign.missing");
            case DIFFERS -> Text.of("sync.sign.differs");
            case CHANGED -> Text.of("sync.sign.changed");
            case UNCLEAR -> Text.of("sync.sign.unclear");
            case UNANSWERED -> Text.of("sync.sign.unanswered");
            case FOREIGN -> Text.of("sync.sign.foreign");
            case UNBOUND -> Text.of("sync.sign.unbound");
        };
    }

    /** Style class of the shape. */
    String style() {
        return switch (this) {
            case VERIFIED -> "sign-verified";
            case UNCHANGED -> "sign-unchanged";
            case AHEAD -> "sign-ahead";
            case MISSING -> "sign-missing";
            case DIFFERS -> "sign-differs";
            case CHANGED -> "sign-changed";
            case UNCLEAR -> "sign-unclear";
            case UNANSWERED -> "sign-unanswered";
            case FOREIGN -> "sign-foreign";
            case UNBOUND -> "sign-unbound";
        };
    }

    /** Whether nothing speaks against the value there being ours. */
    public boolean isFine() {
        return this == VERIFIED || this == UNCHANGED;
    }
}
