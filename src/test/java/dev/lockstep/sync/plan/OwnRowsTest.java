package dev.lockstep.sync.plan;

import static dev.lockstep.sync.plan.PlanWorld.LISTED;
import static dev.lockstep.sync.plan.PlanWorld.PUSHED;
import static dev.lockstep.sync.plan.PlanWorld.THERE;
import static dev.lockstep.sync.plan.PlanWorld.TRACES;
import static dev.lockstep.sync.plan.PlanWorld.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.model.RowId;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done about names that are ours. */
class OwnRowsTest {
    private static final VendorContract READABLE = VendorContracts.VOXIMPLANT;
    private static final VendorContract NAMES_ONLY = VendorContracts.MIXPEEK;

    private static PlanWorld world(VendorContract contract, Direction direction) {
        Traces traces = contract == READABLE ? TRACES : Traces.NONE;
        return new PlanWorld(contract, direction).secret(1, "a", "old").pushed(1, "a", traces);
    }

    private static PlanWorld edit(PlanWorld world) {
        return world.secret(1, "a", "new");
    }

    private static PlanWorld touched(PlanWorld world) {
        return world.seen("a", Traces.times(Optional.of(THERE), Optional.of(THERE.plusSeconds(5))));
    }

    private static Arguments way(
            String name, UnaryOperator<PlanWorld> then, Operation push, Operation pull, Operation both) {
        return arguments(name, then, Map.of(Direction.PUSH, push, Direction.PULL, pull, Direction.TWO_WAY, both));
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("nothing", world -> world, Operation.UNCHANGED, Operation.UNCHANGED, Operation.UNCHANGED),
                way("here", OwnRowsTest::edit, Operation.UPDATE, Operation.BLOCKED, Operation.UPDATE),
                way("there", OwnRowsTest::touched, Operation.CONFLICT, Operation.PULL_VERSION, Operation.PULL_VERSION),
                way(
                        "there, as reading showed",
                        world -> world.read("a", "theirs"),
                        Operation.CONFLICT,
                        Operation.PULL_VERSION,
                        Operation.PULL_VERSION),
                way("both", world -> touched(edit(world)), Operation.CONFLICT, Operation.CONFLICT, Operation.CONFLICT),
                way(
                        "both to the same value",
                        world -> edit(world).read("a", "new"),
                        Operation.UNCHANGED,
                        Operation.UNCHANGED,
                        Operation.UNCHANGED),
                way("deleted there", world -> world.unseen("a"), Operation.CREATE, Operation.BLOCKED, Operation.CREATE),
                way("deleted here", world -> world.trash(1), Operation.DELETE, Operation.BLOCKED, Operation.DELETE),
                way("gone here", world -> world.purge(1), Operation.DELETE, Operation.BLOCKED, Operation.DELETE),
                way(
                        "deleted here, changed there",
                        world -> touched(world.trash(1)),
                        Operation.CONFLICT,
                        Operation.CONFLICT,
                        Operation.CONFLICT),
                way(
                        "deleted on both sides",
                        world -> world.trash(1).unseen("a"),
                        Operation.UNCHANGED,
                        Operation.UNCHANGED,
                        Operation.UNCHANGED),
                way(
                        "moved to another collection",
                        world -> world.move(1),
                        Operation.BLOCKED,
                        Operation.BLOCKED,
                        Operation.BLOCKED),
                way(
                        "taken over and never read",
                        world -> world.adopted(1, "a", TRACES),
                        Operation.CONFLICT,
                        Operation.PULL_VERSION,
                        Operation.CONFLICT),
                way(
                        "taken over and read back equal",
                        world -> world.adopted(1, "a", TRACES).read("a", "old"),
                        Operation.UNCHANGED,
                        Operation.UNCHANGED,
                        Operation.UNCHANGED),
                way(
                        "taken over and read back different",
                        world -> world.adopted(1, "a", TRACES).read("a", "theirs"),
                        Operation.CONFLICT,
                        Operation.PULL_VERSION,
                        Operation.CONFLICT),
                way(
                        "here, and nothing is known of there",
                        world -> edit(world).seen("a", Traces.NONE),
                        Operation.UPDATE,
                        Operation.BLOCKED,
                        Operation.CANNOT_CHECK),
                way(
                        "nothing is known of there",
                        world -> world.seen("a", Traces.NONE),
                        Operation.CANNOT_CHECK,
                        Operation.CANNOT_CHECK,
                        Operation.CANNOT_CHECK));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void whatChangedDecidesWithTheDirectionWhatIsDone(
            String name, UnaryOperator<PlanWorld> then, Map<Direction, Operation> expected) {
        for (Direction direction : Direction.values()) {
            assertEquals(
                    expected.get(direction),
                    then.apply(world(READABLE, direction).foreign("z")).row(1).operation(),
                    direction.toString());
        }
    }

    @Test
    void aVendorOfNamesAloneIsToldWhatChangedHereAndCannotBeCheckedOtherwise() {
        assertEquals(
                Operation.UPDATE, edit(world(NAMES_ONLY, Direction.PUSH)).row(1).operation());
        assertEquals(
                Operation.CANNOT_CHECK, world(NAMES_ONLY, Direction.PUSH).row(1).operation());
        assertEquals(
                Operation.DELETE,
                world(NAMES_ONLY, Direction.PUSH).trash(1).row(1).operation());
    }

    @Test
    void aVendorWithoutUpdateIsNotToldToDeleteAndCreate() {
        PlanWorld off = world(VendorContracts.HOOKPULSE, Direction.PUSH);
        off.target = Target.of(
                PlanWorld.REMOTE,
                PlanWorld.COLLECTION,
                VendorContracts.HOOKPULSE,
                new dev.lockstep.vault.RemoteDetails(
                        "r", "p", dev.lockstep.naming.NameMapping.AS_IS, "", Map.of("update", "off")),
                Conduct.DEFAULT);

        Row row = edit(off).row(1);

        assertEquals(Operation.BLOCKED, row.operation());
        assertEquals(new Reason.NoUpdate(), row.reason());
        PlanWorld on = world(VendorContracts.HOOKPULSE, Direction.PUSH);
        assertEquals(Operation.UPDATE, edit(on).row(1).operation());
    }

    @Test
    void aConflictAtAVendorWithoutUpdateOrReadingCanOnlyBeSkipped() {
        PlanWorld world = world(VendorContracts.DREADNODE, Direction.PUSH).pushed(1, "a", TRACES);
        Row row = touched(edit(world)).row(1);

        assertEquals(Set.of(Choice.SKIP, Choice.KEEP_LOCAL), row.options().keySet());
    }

    @Test
    void aConflictOffersBothSidesWhereValuesCanBeRead() {
        Row row = touched(edit(world(READABLE, Direction.TWO_WAY))).row(1);

        assertEquals(
                Map.of(
                        Choice.SKIP,
                        Operation.CONFLICT,
                        Choice.KEEP_LOCAL,
                        Operation.UPDATE,
                        Choice.TAKE_REMOTE,
                        Operation.PULL_VERSION),
                row.options());
        assertFalse(row.ticked());
    }

    @Test
    void aRemoteThatIsOnlyPulledFromIsNeverOfferedTheValueHere() {
        Row row = touched(edit(world(READABLE, Direction.PULL))).row(1);

        assertEquals(Set.of(Choice.SKIP, Choice.TAKE_REMOTE), row.options().keySet());
    }

    @Test
    void aValueThatDoesNotFitCannotBeKeptInAConflict() {
        PlanWorld world = touched(world(READABLE, Direction.PUSH).secret(1, "a", "x".repeat(8193)));

        assertEquals(
                Set.of(Choice.SKIP, Choice.TAKE_REMOTE), world.row(1).options().keySet());
    }

    @Test
    void deletingIsProposedOnlyWhereItIsSwitchedOn() {
        PlanWorld world = world(READABLE, Direction.PUSH).trash(1).conduct(new Conduct(false, Direction.PUSH, false));

        assertEquals(Operation.BLOCKED, world.row(1).operation());
        assertEquals(new Reason.DeletionsOff(), world.row(1).reason());
    }

    @Test
    void aConflictOverADeletionOffersTheDeletionOnlyWhereItIsSwitchedOn() {
        PlanWorld world = touched(world(READABLE, Direction.PUSH).trash(1));
        assertEquals(
                Map.of(Choice.SKIP, Operation.CONFLICT, Choice.KEEP_LOCAL, Operation.DELETE),
                world.row(1).options());

        world.conduct(new Conduct(false, Direction.PUSH, false));
        assertEquals(Map.of(Choice.SKIP, Operation.CONFLICT), world.row(1).options());
    }

    @Test
    void whatWasTakenOverAndNeverReadIsNotDeletedWithoutBeingAsked() {
        PlanWorld world =
                world(READABLE, Direction.PUSH).adopted(1, "a", TRACES).trash(1);

        assertEquals(Operation.CONFLICT, world.row(1).operation());
        assertEquals(new Reason.NeverKnown(), world.row(1).reason());
    }

    @Test
    void whatWasDeletedThereIsCreatedAgainOnlyIfTicked() {
        Row row = world(READABLE, Direction.PUSH).unseen("a").foreign("z").row(1);

        assertEquals(new Reason.GoneThere(), row.reason());
        assertFalse(row.ticked());
        assertTrue(edit(world(READABLE, Direction.PUSH)).row(1).ticked());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whatHasNoAnswerIsNeverCreated(Direction direction) {
        for (Action action : List.of(Action.CREATE, Action.UPDATE, Action.DELETE)) {
            PlanWorld world = world(READABLE, direction);
            Intent intent = intent(world, action);
            for (LedgerLine line :
                    List.of(world.lines.get("a"), world.lines.get("a").seen(Optional.empty()), LedgerLine.of("a"))) {
                Operation operation = world.line(line.intending(intent)).row(1).operation();
                assertTrue(
                        operation == Operation.CANNOT_CHECK
                                || (operation == Operation.UPDATE && action == Action.UPDATE),
                        action + " " + line);
            }
        }
    }

    private static Intent intent(PlanWorld world, Action action) {
        return new Intent(
                action,
                new RowId(3, 3),
                id(1),
                action == Action.DELETE ? Optional.empty() : Optional.of(world.mark(1, "a")),
                PUSHED,
                Optional.empty());
    }

    @Test
    void anUpdateWithoutAnswerIsSentAgainOnceItIsClearThatLookingDoesNotHelp() {
        PlanWorld world = world(NAMES_ONLY, Direction.PUSH);
        world.line(world.lines.get("a").intending(intent(world, Action.UPDATE)));
        assertEquals(Operation.UPDATE, world.row(1).operation());
        assertEquals(
                new Reason.OutcomeUnknown(Action.UPDATE, PUSHED), world.row(1).reason());

        world.head = Head.NONE.listed(PUSHED.plusSeconds(5), 1);
        assertEquals(Operation.CANNOT_CHECK, world.row(1).operation());
    }

    @Test
    void aCreationWithoutAnswerCanBeTakenOverWhereTheNameIsSeen() {
        PlanWorld world = world(NAMES_ONLY, Direction.PUSH);
        LedgerLine seen = world.lines.get("a").disowned().intending(intent(world, Action.CREATE));

        assertEquals(Operation.ADOPT, world.line(seen).row(1).options().get(Choice.ADOPT));
        assertEquals(Map.of(), world.line(seen.seen(Optional.empty())).row(1).options());
    }

    @Test
    void whatWasCreatedAndNotConfirmedIsSentAgain() {
        PlanWorld world = world(NAMES_ONLY, Direction.PUSH);
        LedgerEntry unsure = new LedgerEntry(
                id(1), Claim.CREATED, Optional.empty(), Optional.empty(), Traces.NONE, PUSHED, Result.UNKNOWN);

        Row row = world.line(world.lines.get("a").owned(unsure)).row(1);

        assertEquals(Operation.UPDATE, row.operation());
        assertEquals(new Reason.Unconfirmed(), row.reason());
    }

    @Test
    void aRenamedSecretKeepsItsNameThere() {
        PlanWorld world = world(READABLE, Direction.PUSH).secret(1, "b", "new");

        assertEquals("a", world.row(1).key().there());
        assertEquals(List.of(new Warning.NamedOtherwise("b")), world.row(1).warnings());
        PlanWorld fixed = world(NAMES_ONLY, Direction.PUSH).secret(1, "b", "new");
        assertEquals(List.of(), fixed.row(1).warnings(), "a vendor that cannot rename");
    }

    @Test
    void aValueThatWasReadBeforeOurLastWriteSaysNothing() {
        PlanWorld world = world(READABLE, Direction.PUSH);
        LedgerLine line = world.lines.get("a");
        LedgerEntry later = line.entry()
                .orElseThrow()
                .acknowledged(world.mark(1, "a"), line.observed().orElseThrow(), LISTED.plusSeconds(1));
        world.read("a", "theirs");

        world.line(world.lines.get("a").owned(later));

        assertEquals(Operation.UNCHANGED, world.row(1).operation());
    }

    @Test
    void noValueIsOpenedThatDidNotChange() {
        PlanWorld world = world(READABLE, Direction.PUSH).secret(2, "b", "old").pushed(2, "b", TRACES);

        world.plan();
        assertEquals(List.of(), world.opened);

        edit(world).plan();
        assertEquals(List.of("a", "a"), world.opened, "once for its fingerprint, once for its length");
    }
}
