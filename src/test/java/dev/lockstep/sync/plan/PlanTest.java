package dev.lockstep.sync.plan;

import static dev.lockstep.sync.plan.PlanWorld.LISTED;
import static dev.lockstep.sync.plan.PlanWorld.REMOTE;
import static dev.lockstep.sync.plan.PlanWorld.THERE;
import static dev.lockstep.sync.plan.PlanWorld.TRACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static PlanWorld pushed(int number) {
        PlanWorld world = new PlanWorld(VendorContracts.VOXIMPLANT);
        for (int i = 1; i <= number; i++) {
            world.secret(i, "s" + i, "v").pushed(i, "s" + i, TRACES);
        }
        return world;
    }

    private static PlanWorld touched(PlanWorld world, String there) {
        return world.seen(there, Traces.times(Optional.of(THERE), Optional.of(THERE.plusSeconds(5))));
    }

    @ParameterizedTest
    @CsvSource({"100, 3, -1", "100, 4, 4", "100, 10, 10", "20, 2, -1", "20, 3, 3", "9, 1, 1", "10, 1, -1", "1, 1, 1"})
    void manyDeletionsAskForTheirNumber(int owned, int deleted, int asked) {
        PlanWorld world = pushed(owned);
        IntStream.rangeClosed(1, deleted).forEach(world::trash);

        assertEquals(
                asked < 0 ? OptionalInt.empty() : OptionalInt.of(asked),
                world.plan().confirmation());
    }

    @Test
    void onlyDeletionsThatAreTickedAreCounted() {
        PlanWorld world = pushed(100);
        IntStream.rangeClosed(1, 5).forEach(world::trash);
        Plan plan = world.plan();

        Plan fewer = plan.tick(plan.rows(Filter.DELETES).getFirst().key(), false);
        assertEquals(OptionalInt.of(4), fewer.confirmation());
        assertEquals(OptionalInt.empty(), plan.tick(Filter.DELETES, false).confirmation());
        assertEquals(5, plan.tick(Filter.DELETES, false).rows(Filter.DELETES).size());
    }

    @Test
    void anEmptyListWhereThingsAreOursStopsTheRemote() {
        PlanWorld world = pushed(5).unseen("s1").trash(1).secret(9, "new", "v");
        world.head = Head.NONE.listed(LISTED, 0);

        Plan plan = world.plan();

        assertEquals(List.of(), plan.rows());
        assertEquals(List.of(new Banner.EmptyListing(REMOTE, 5, LISTED)), plan.banners());
        assertEquals(6, plan.standings().size());
    }

    @Test
    void whatIsOursAtARemoteThatWasEmptiedOnPurposeIsMissingThereAndNothingIsDeleted() throws Exception {
        PlanWorld world = pushed(5).trash(1);
        List.copyOf(world.lines.keySet()).forEach(world::unseen);
        world.head = Head.NONE.listed(LISTED, 0);
        RemoteNow emptied = new RemoteNow(world.target, world.now().ledger(), true);

        Plan plan = Planner.plan(List.of(emptied), new LocalSecrets(world.secrets()), world);

        assertEquals(List.of(), plan.banners());
        assertEquals(Set.of(REMOTE), plan.emptied());
        assertEquals(
                List.of(Operation.UNCHANGED, Operation.CREATE, Operation.CREATE, Operation.CREATE, Operation.CREATE),
                plan.rows().stream().map(Row::operation).toList());
        assertEquals(List.of(), plan.ticked(), "what somebody deleted there comes back only if that is wanted");
        assertInstanceOf(State.MissingThere.class, plan.rows().getLast().state());
        assertNotEquals(world.plan().digest(), plan.digest());
    }

    @Test
    void aListThatIsNotEmptyIsWhatItIsWhateverWasSaidOfIt() throws Exception {
        PlanWorld world = pushed(2);
        RemoteNow emptied = new RemoteNow(world.target, world.now().ledger(), true);

        Plan plan = Planner.plan(List.of(emptied), new LocalSecrets(world.secrets()), world);

        assertEquals(world.plan().rows(), plan.rows());
    }

    @Test
    void anEmptyListIsAGoodOneWhereNothingIsOurs() {
        PlanWorld world = new PlanWorld(VendorContracts.MIXPEEK).secret(1, "a", "v");
        world.head = Head.NONE.listed(LISTED, 0);

        assertEquals(List.of(), world.plan().banners());
        assertEquals(Operation.CREATE, world.row(1).operation());
    }

    @Test
    void nothingIsDoneAfterAListThatFailed() {
        PlanWorld world = touched(pushed(4).secret(1, "s1", "new").trash(2).unseen("s3"), "s4")
                .secret(5, "new", "v")
                .foreign("theirs")
                .secret(6, "theirs", "v");
        world.head = world.head.failed(LISTED.plusSeconds(9), Setback.UNAVAILABLE);

        Plan plan = world.plan();

        assertEquals(List.of(), plan.ticked());
        assertTrue(
                plan.rows().stream().allMatch(row -> row.options().isEmpty()),
                plan.rows().toString());
        assertEquals(
                List.of(new Banner.ListingFailed(REMOTE, LISTED.plusSeconds(9), Setback.UNAVAILABLE)), plan.banners());
        assertEquals(List.of(), plan.contacts());
    }

    @Test
    void aPausedRemoteHasNoRowsButStates() {
        PlanWorld world = pushed(2).conduct(new Conduct(true, Direction.PUSH, true));

        assertEquals(List.of(), world.plan().rows());
        assertEquals(List.of(new Banner.Paused(REMOTE)), world.plan().banners());
        assertEquals(2, world.plan().standings().size());
    }

    @Test
    void nothingIsTakenFromAVendorThatGivesNoValues() {
        PlanWorld world = new PlanWorld(VendorContracts.MIXPEEK, Direction.TWO_WAY).foreign("a");

        assertEquals(List.of(), world.plan().rows());
        assertEquals(List.of(new Banner.Unreadable(REMOTE)), world.plan().banners());
    }

    @Test
    void aChoiceMakesAConflictARowToApply() {
        Plan plan = touched(pushed(1).secret(1, "s1", "new"), "s1").plan();
        RowKey key = plan.rows().getFirst().key();
        assertEquals(List.of(), plan.ticked());

        Plan kept = plan.choose(key, Choice.KEEP_LOCAL);
        assertEquals(Operation.UPDATE, kept.ticked().getFirst().operation());
        assertEquals(
                Operation.PULL_VERSION,
                kept.choose(key, Choice.TAKE_REMOTE).ticked().getFirst().operation());
        assertEquals(List.of(), kept.choose(key, Choice.SKIP).ticked());
        assertEquals(List.of(), plan.choose(key, Choice.ADOPT).ticked(), "not offered");
        assertEquals(plan.digest(), kept.digest());
        assertEquals(1, kept.rows(Filter.CONFLICTS).size(), "what was decided is still found among the conflicts");
    }

    @Test
    void aTickIsNeverThereWhereThereIsNothingToDo() {
        Plan plan = touched(pushed(2).secret(1, "s1", "new"), "s1").plan();

        assertEquals(List.of(), plan.tick(Filter.ALL, true).ticked());
    }

    @Test
    void whatWasDecidedCanBeTakenToAnotherPlan() {
        PlanWorld world = touched(pushed(1).secret(1, "s1", "new"), "s1");
        Plan plan = world.plan();
        Plan decided = plan.choose(plan.rows().getFirst().key(), Choice.KEEP_LOCAL);

        assertEquals(decided.rows(), world.plan().with(decided.choices()).rows());
        assertEquals(
                decided.row(plan.rows().getFirst().key()),
                Optional.of(decided.rows().getFirst()));
    }

    @Test
    void theSummaryCountsWhatWillBeDoneAndWhatWillNot() {
        Plan plan = touched(pushed(4).secret(1, "s1", "new").trash(2), "s3")
                .secret(7, "new", "v")
                .secret(8, "bad name", "v")
                .plan();

        assertEquals(
                Map.of(
                        Operation.CREATE, 1,
                        Operation.UPDATE, 1,
                        Operation.DELETE, 1,
                        Operation.CONFLICT, 1,
                        Operation.UNCHANGED, 1,
                        Operation.BLOCKED, 1),
                plan.summary());
        assertFalse(plan.tick(Filter.DELETES, false).summary().containsKey(Operation.DELETE));
    }

    @Test
    void eachFilterShowsItsRows() {
        Plan plan = touched(pushed(4).secret(1, "s1", "new").trash(2), "s3")
                .seen("s4", Traces.NONE)
                .secret(8, "bad name", "v")
                .plan();

        assertEquals(5, plan.rows(Filter.ALL).size());
        assertEquals(List.of("s2"), names(plan.rows(Filter.DELETES)));
        assertEquals(List.of("s3"), names(plan.rows(Filter.CONFLICTS)));
        assertEquals(List.of("bad name"), names(plan.rows(Filter.BLOCKED)));
        assertEquals(List.of("s4"), names(plan.rows(Filter.UNCHECKED)));
        assertEquals(List.of("s1", "s2", "s3"), names(plan.rows(Filter.OPEN)));
        assertEquals(plan.rows(), plan.rows(REMOTE));
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }

    @Test
    void lookingAgainAndFindingTheSameKeepsAPlanFresh() {
        PlanWorld world = pushed(3).trash(2).read("s1", "v");
        Plan plan = world.plan();

        world.head = world.head.listed(LISTED.plusSeconds(77), 3);
        LedgerLine line = world.lines.get("s1");
        world.line(line.owned(line.entry().orElseThrow().ended(Result.REFUSED)));

        assertTrue(plan.isFresh(world.plan()));
    }

    @Test
    void aPlanIsStaleOnceAListIsOldEnoughToBeBelieved() {
        PlanWorld world = pushed(1).unseen("s1");
        world.foreign("other").head = Head.NONE.listed(PlanWorld.PUSHED.plusSeconds(1), 1);
        Plan plan = world.plan();

        world.head = Head.NONE.listed(LISTED, 1);

        assertEquals(plan.digest(), world.plan().digest());
        assertFalse(plan.isFresh(world.plan()));
    }

    @Test
    void whateverChangesMakesAPlanStale() {
        List<PlanWorld> others = List.of(
                pushed(3).secret(1, "s1", "w"),
                pushed(3).secret(9, "s9", "w"),
                pushed(3).trash(1),
                pushed(3).purge(1),
                pushed(3).move(1),
                pushed(3).foreign("x"),
                pushed(3).unseen("s1"),
                touched(pushed(3), "s1"),
                pushed(3).read("s1", "v"),
                pushed(3).adopted(1, "s1", TRACES),
                pushed(3).line(LedgerLine.of("x").deleted(LISTED)),
                pushed(3).conduct(new Conduct(false, Direction.PUSH, false)),
                pushed(3).mapping(dev.lockstep.naming.NameMapping.AS_IS, "p"));
        PlanDigest digest = pushed(3).plan().digest();

        assertEquals(digest, pushed(3).plan().digest());
        others.forEach(other -> assertNotEquals(digest, other.plan().digest()));
        PlanWorld failed = pushed(3);
        failed.head = failed.head.failed(LISTED, Setback.CANCELLED);
        assertNotEquals(digest, failed.plan().digest());
    }

    @Test
    void whatIsSettledIsMarkedForTheLedger() {
        PlanWorld world =
                pushed(2).secret(1, "s1", "new").read("s1", "new").unseen("s2").trash(2);

        assertTrue(world.row(1).isSettled());
        assertTrue(world.row(2).isSettled());
        assertFalse(pushed(1).row(1).isSettled());
    }

    @Test
    void aRowNeverShowsAValueOrItsFingerprint() {
        PlanWorld world = pushed(1).secret(1, "s1", "hunter2-secret").secret(2, "b", "hunter2-secret");
        LedgerEntry entry = world.lines.get("s1").entry().orElseThrow();

        String shown = world.plan().rows().toString() + world.plan().standings();

        assertFalse(shown.contains("hunter2"));
        assertFalse(shown.contains(
                Long.toString(entry.acknowledged().orElseThrow().fingerprint().first())));
    }
}
