package dev.lockstep.words.sync;

import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.State;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What is said of a state, and what shows it. Nothing is called equal that nobody read back. */
public final class StateWords {
    private final Clock clock;

    /** @param clock also tells the time zone */
    public StateWords(Clock clock) {
        this.clock = clock;
    }

    /** In one line. */
    public String of(State state) {
        return switch (state) {
            case State.VerifiedEqual verified -> Text.of("sync.state.verified", ago(verified.when()));
            case State.Differs differs -> Text.of("sync.state.differs");
            case State.ProbablyUnchanged unchanged -> Text.of("sync.state.unchanged");
            case State.ChangedElsewhere changed ->
                changed.modified()
                        .map(when -> Text.of("sync.state.changed.on", exact(when)))
                        .orElseGet(() -> Text.of("sync.state.changed"));
            case State.CannotTell unclear ->
                unclear.known()
                        .map(when -> Text.of("sync.state.unclear.known", exact(when)))
                        .orElseGet(() -> Text.of("sync.state.unclear"));
            case State.LocalAhead ahead -> Text.of("sync.state.ahead");
            case State.MissingThere missing ->
                missing.restorable() ? Text.of("sync.state.missing.restorable") : Text.of("sync.state.missing");
            case State.OnlyThere foreign -> Text.of("sync.state.foreign");
            case State.OutcomeUnknown unanswered -> Text.of("sync.state.unanswered", exact(unanswered.sent()));
        };
    }

    /** What shows it, as sentences. */
    public String evidence(State state) {
        return switch (state) {
            case State.VerifiedEqual verified -> equal(verified.proof(), exact(verified.when()));
            case State.Differs differs -> different(differs.proof(), exact(differs.when()));
            case State.ProbablyUnchanged unchanged ->
                Text.of("sync.evidence.unchanged", exact(unchanged.known()), exact(unchanged.checked()));
            case State.ChangedElsewhere changed -> change(changed.change()) + known(changed.known());
            case State.CannotTell unclear -> why(unclear.why()) + known(unclear.known());
            case State.LocalAhead ahead ->
                ahead.known()
                        .map(when -> Text.of("sync.evidence.ahead", exact(when)))
                        .orElseGet(() -> Text.of("sync.evidence.never-sent"));
            case State.MissingThere missing ->
                Text.of("sync.evidence.missing", exact(missing.checked())) + known(missing.known());
            case State.OnlyThere foreign -> Text.of("sync.evidence.foreign", exact(foreign.checked()));
            case State.OutcomeUnknown unanswered -> sent(unanswered.action(), exact(unanswered.sent()));
        };
    }

    private static String equal(State.Proof proof, String when) {
        return switch (proof) {
            case READ_BACK -> Text.of("sync.evidence.read-back", when);
            case OWN_VERSION -> Text.of("sync.evidence.own-version", when);
            case MASK -> Text.of("sync.evidence.mask", when);
        };
    }

    private static String different(State.Proof proof, String when) {
        return switch (proof) {
            case READ_BACK -> Text.of("sync.evidence.other.read-back", when);
            case OWN_VERSION -> Text.of("sync.evidence.other.version", when);
            case MASK -> Text.of("sync.evidence.other.mask", when);
        };
    }

    private static String change(State.Change change) {
        return switch (change) {
            case TIME -> Text.of("sync.evidence.changed.time");
            case VERSION -> Text.of("sync.evidence.changed.version");
            case REPLACED -> Text.of("sync.evidence.changed.replaced");
        };
    }

    /** Why nothing can be said. */
    public static String why(State.Why why) {
        return switch (why) {
            case NAME_ALONE -> Text.of("sync.why.name-alone");
            case NEVER_READ -> Text.of("sync.why.never-read");
            case NEVER_LISTED -> Text.of("sync.why.never-listed");
            case LISTING_FAILED -> Text.of("sync.why.listing-failed");
            case LISTING_EMPTY -> Text.of("sync.why.listing-empty");
            case SETTLING -> Text.of("sync.why.settling");
            case SAME_NAME -> Text.of("sync.why.same-name");
        };
    }

    /** That a write was sent and not answered. */
    public static String sent(Action action, String when) {
        return switch (action) {
            case CREATE -> Text.of("sync.sent.create", when);
            case UPDATE -> Text.of("sync.sent.update", when);
            case DELETE -> Text.of("sync.sent.delete", when);
            case ADOPT, PULL_NEW, PULL_VERSION -> Text.of("sync.sent.other", when);
        };
    }

    private String ago(Instant when) {
        return Ago.since(when, clock.instant());
    }

    private String exact(Instant when) {
        return Ago.exact(when, clock.getZone());
    }

    private String known(Optional<Instant> when) {
        return when.map(at -> " " + Text.of("sync.evidence.known", exact(at))).orElse("");
    }
}
