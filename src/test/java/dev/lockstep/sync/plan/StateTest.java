package dev.lockstep.sync.plan;

import static dev.lockstep.sync.plan.PlanWorld.LISTED;
import static dev.lockstep.sync.plan.PlanWorld.PUSHED;
import static dev.lockstep.sync.plan.PlanWorld.THERE;
import static dev.lockstep.sync.plan.PlanWorld.TRACES;
import static dev.lockstep.sync.plan.PlanWorld.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.model.RowId;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.plan.State.Change;
import dev.lockstep.sync.plan.State.Proof;
import dev.lockstep.sync.plan.State.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The states of secret 1, named A here and there, pushed with the value "old". */
class StateTest {
    private static final Optional<Instant> KNOWN = Optional.of(PUSHED);
    private static final Instant SOON = PUSHED.plus(Head.SETTLING).minusNanos(1);
    private static final Instant SETTLED = PUSHED.plus(Head.SETTLING);

    private static Traces times(Instant modified) {
        return Traces.times(Optional.of(THERE), Optional.of(modified));
    }

    private static Traces masked(String mask) {
        return new Traces(Optional.of(THERE), Optional.of(THERE), Optional.of(mask), OptionalLong.empty(), false);
    }

    private static Traces version(long version) {
        return new Traces(Optional.of(THERE), Optional.of(THERE), Optional.empty(), OptionalLong.of(version), false);
    }

    private static Traces deleted() {
        return new Traces(Optional.of(THERE), Optional.of(THERE), Optional.empty(), OptionalLong.empty(), true);
    }

    private static Head listed(Instant when) {
        return Head.NONE.listed(when, 1);
    }

    private static Arguments pushed(String name, Traces traces, UnaryOperator<PlanWorld> then, State expected) {
        return arguments(name, (UnaryOperator<PlanWorld>) world -> then.apply(world.pushed(1, "A", traces)), expected);
    }

    private static UnaryOperator<PlanWorld> head(Head head, UnaryOperator<PlanWorld> then) {
        return world -> {
            world.head = head;
            return then.apply(world);
        };
    }

    private static UnaryOperator<PlanWorld> intent(Action action) {
        return world -> world.line(world.lines
                .getOrDefault("A", LedgerLine.of("A"))
                .intending(new Intent(
                        action,
                        new RowId(3, 3),
                        id(1),
                        action == Action.DELETE ? Optional.empty() : Optional.of(world.mark(1, "A")),
                        LISTED,
                        Optional.empty())));
    }

    static Stream<Arguments> table() {
        UnaryOperator<PlanWorld> edit = world -> world.secret(1, "A", "new");
        return Stream.of(
                pushed(
                        "read back and equal",
                        TRACES,
                        world -> world.read("A", "old"),
                        new State.VerifiedEqual(LISTED, Proof.READ_BACK)),
                pushed(
                        "read back and equal to a value that was never pushed",
                        TRACES,
                        world -> edit.apply(world).read("A", "new"),
                        new State.VerifiedEqual(LISTED, Proof.READ_BACK)),
                pushed(
                        "the version of our own write",
                        version(4),
                        world -> world,
                        new State.VerifiedEqual(LISTED, Proof.OWN_VERSION)),
                pushed(
                        "read back and different",
                        TRACES,
                        world -> world.read("A", "theirs"),
                        new State.Differs(LISTED, Proof.READ_BACK)),
                pushed(
                        "read back and different, and changed here too",
                        TRACES,
                        world -> edit.apply(world).read("A", "theirs"),
                        new State.Differs(LISTED, Proof.READ_BACK)),
                pushed(
                        "another mask",
                        masked("sk-a"),
                        world -> world.seen("A", masked("sk-b")),
                        new State.Differs(LISTED, Proof.MASK)),
                pushed("the same times", TRACES, world -> world, new State.ProbablyUnchanged(LISTED, PUSHED)),
                pushed(
                        "the same times and mask",
                        masked("sk-a"),
                        world -> world,
                        new State.ProbablyUnchanged(LISTED, PUSHED)),
                pushed(
                        "a mask alone proves nothing",
                        new Traces(Optional.empty(), Optional.empty(), Optional.of("s"), OptionalLong.empty(), false),
                        world -> world,
                        new State.CannotTell(Why.NAME_ALONE, KNOWN)),
                pushed(
                        "a later time",
                        TRACES,
                        world -> world.seen("A", times(THERE.plusSeconds(1))),
                        new State.ChangedElsewhere(Change.TIME, Optional.of(THERE.plusSeconds(1)), KNOWN)),
                pushed(
                        "an earlier time in a list that is not late",
                        TRACES,
                        world -> world.seen("A", times(THERE.minusSeconds(1))),
                        new State.ChangedElsewhere(Change.TIME, Optional.of(THERE.minusSeconds(1)), KNOWN)),
                pushed(
                        "an earlier time in a list that may be late",
                        TRACES,
                        head(listed(SOON), world -> world.seen("A", times(THERE.minusSeconds(1)))),
                        new State.CannotTell(Why.SETTLING, KNOWN)),
                pushed(
                        "a later time in a list that may be late",
                        TRACES,
                        head(listed(SOON), world -> world.seen("A", times(THERE.plusSeconds(1)))),
                        new State.ChangedElsewhere(Change.TIME, Optional.of(THERE.plusSeconds(1)), KNOWN)),
                pushed(
                        "another mask in a list that may be late",
                        masked("sk-a"),
                        head(listed(SOON), world -> world.seen("A", masked("sk-b"))),
                        new State.CannotTell(Why.SETTLING, KNOWN)),
                pushed(
                        "a later version",
                        version(4),
                        world -> world.seen("A", version(5)),
                        new State.ChangedElsewhere(Change.VERSION, Optional.of(THERE), KNOWN)),
                pushed(
                        "an earlier version: it was created anew",
                        version(4),
                        world -> world.seen("A", version(1)),
                        new State.ChangedElsewhere(Change.REPLACED, Optional.of(THERE), KNOWN)),
                pushed(
                        "the same version, created later",
                        version(1),
                        world -> world.seen(
                                "A",
                                new Traces(
                                        Optional.of(THERE.plusSeconds(9)),
                                        Optional.of(THERE.plusSeconds(9)),
                                        Optional.empty(),
                                        OptionalLong.of(1),
                                        false)),
                        new State.ChangedElsewhere(Change.REPLACED, Optional.of(THERE.plusSeconds(9)), KNOWN)),
                pushed(
                        "another id under the same name",
                        Traces.NONE,
                        world -> world.line(world.lines
                                .get("A")
                                .seen(world.foreign("B").lines.get("B").observed())),
                        new State.ChangedElsewhere(Change.REPLACED, Optional.of(THERE), KNOWN)),
                pushed("a name alone", Traces.NONE, world -> world, new State.CannotTell(Why.NAME_ALONE, KNOWN)),
                pushed(
                        "no listing",
                        TRACES,
                        head(Head.NONE, world -> world.unseen("A")),
                        new State.CannotTell(Why.NEVER_LISTED, KNOWN)),
                pushed(
                        "a listing that failed",
                        TRACES,
                        head(listed(LISTED).failed(LISTED, Setback.UNAVAILABLE), world -> world.unseen("A")),
                        new State.CannotTell(Why.LISTING_FAILED, KNOWN)),
                pushed(
                        "an empty listing",
                        TRACES,
                        head(Head.NONE.listed(LISTED, 0), world -> world.unseen("A")),
                        new State.CannotTell(Why.LISTING_EMPTY, KNOWN)),
                pushed("changed here", TRACES, edit, new State.LocalAhead(KNOWN)),
                pushed("changed here, at a vendor of names", Traces.NONE, edit, new State.LocalAhead(KNOWN)),
                pushed(
                        "changed here, the value there read back as pushed",
                        Traces.NONE,
                        world -> edit.apply(world).read("A", "old"),
                        new State.LocalAhead(KNOWN)),
                pushed(
                        "changed here and back again",
                        TRACES,
                        world -> edit.apply(world).secret(1, "A", "old"),
                        new State.ProbablyUnchanged(LISTED, PUSHED)),
                pushed(
                        "missing from a whole list",
                        TRACES,
                        head(listed(SETTLED), world -> world.unseen("A")),
                        new State.MissingThere(SETTLED, false, KNOWN)),
                pushed(
                        "missing from a list that may be late",
                        TRACES,
                        head(listed(SOON), world -> world.unseen("A")),
                        new State.CannotTell(Why.SETTLING, KNOWN)),
                pushed(
                        "missing from a list older than our write",
                        TRACES,
                        head(listed(PUSHED.minus(Duration.ofDays(9))), world -> world.unseen("A")),
                        new State.CannotTell(Why.SETTLING, KNOWN)),
                pushed(
                        "deleted in a way that can be undone",
                        TRACES,
                        world -> world.seen("A", deleted()),
                        new State.MissingThere(LISTED, true, KNOWN)),
                pushed(
                        "sent without an answer",
                        TRACES,
                        intent(Action.UPDATE),
                        new State.OutcomeUnknown(Action.UPDATE, LISTED)),
                arguments(
                        "created without an answer",
                        intent(Action.CREATE),
                        new State.OutcomeUnknown(Action.CREATE, LISTED)),
                arguments(
                        "never pushed, and not there",
                        UnaryOperator.<PlanWorld>identity(),
                        new State.MissingThere(LISTED, false, Optional.empty())),
                arguments(
                        "never pushed, and nobody looked",
                        head(Head.NONE, world -> world),
                        new State.CannotTell(Why.NEVER_LISTED, Optional.empty())),
                arguments(
                        "somebody else's",
                        (UnaryOperator<PlanWorld>) world -> world.foreign("A"),
                        new State.OnlyThere(LISTED)),
                arguments(
                        "taken over, and never read",
                        (UnaryOperator<PlanWorld>) world -> world.adopted(1, "A", TRACES),
                        new State.CannotTell(Why.NEVER_READ, Optional.empty())),
                arguments(
                        "taken over, never read, with a version",
                        (UnaryOperator<PlanWorld>) world -> world.adopted(1, "A", version(3)),
                        new State.CannotTell(Why.NEVER_READ, Optional.empty())),
                arguments(
                        "taken over, read back and equal",
                        (UnaryOperator<PlanWorld>)
                                world -> world.adopted(1, "A", TRACES).read("A", "old"),
                        new State.VerifiedEqual(LISTED, Proof.READ_BACK)),
                arguments(
                        "taken over, read back and different",
                        (UnaryOperator<PlanWorld>)
                                world -> world.adopted(1, "A", TRACES).read("A", "theirs"),
                        new State.Differs(LISTED, Proof.READ_BACK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void theStateIsWhatTheEvidenceShowsAndNoMore(String name, UnaryOperator<PlanWorld> history, State expected) {
        PlanWorld world = history.apply(new PlanWorld(VendorContracts.KV_V2).secret(1, "A", "old"));

        assertEquals(expected, world.state(1));
    }

    @Test
    void aLateListWithTheOneThatWasReplacedShowsNoChange() {
        PlanWorld world = new PlanWorld(VendorContracts.HOOKLISTENER)
                .secret(1, "A", "old")
                .pushed(1, "A", TRACES);
        world.line(world.lines
                .get("A")
                .seen(Optional.of(new Observed(Optional.of("id-former"), TRACES, Optional.empty()))));
        world.head = listed(SOON);
        assertEquals(new State.CannotTell(Why.SETTLING, KNOWN), world.state(1));
        world.head = listed(SETTLED);
        assertEquals(new State.ChangedElsewhere(Change.REPLACED, Optional.of(THERE), KNOWN), world.state(1));
    }

    @Test
    void nothingIsSaidOrDoneAboutANameOfOursThatSeveralHave() {
        PlanWorld world = new PlanWorld(VendorContracts.HOOKLISTENER)
                .secret(1, "A", "old")
                .pushed(1, "A", TRACES)
                .secret(1, "A", "new")
                .secret(2, "B", "value");
        world.head = Head.NONE.listed(LISTED, 1, new Head.Unclear(0, new TreeSet<>(Set.of("A"))));
        assertEquals(new State.CannotTell(Why.SAME_NAME, KNOWN), world.state(1));
        assertEquals(Operation.CANNOT_CHECK, world.row(1).operation());
        assertEquals(Operation.CREATE, world.row(2).operation());
        assertEquals(List.of(), world.plan().banners());
    }

    @Test
    void aValueThatWasChangedInAnotherCollectionIsNotTheOneThere() {
        PlanWorld world = new PlanWorld(VendorContracts.KV_V2)
                .secret(1, "A", "old")
                .pushed(1, "A", version(4))
                .move(1);
        assertEquals(new State.VerifiedEqual(LISTED, Proof.OWN_VERSION), world.state(1));
        world.secret(1, "A", "new").move(1);
        assertEquals(new State.LocalAhead(KNOWN), world.state(1));
        assertEquals(Operation.BLOCKED, world.row(1).operation());
    }
}
