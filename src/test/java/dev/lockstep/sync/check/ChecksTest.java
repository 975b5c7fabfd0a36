package dev.lockstep.sync.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.practice.Answered;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Scripted;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Hold;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.ledger.StoredRows;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.State;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list that is whole says, and what one that is not does not say. */
class ChecksTest {
    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Simulator simulator(Vendor vendor) throws Exception {
        return ground.practice(vendor).simulator();
    }

    private RemoteLedger known(Remote remote) throws Exception {
        return ground.ledgers().load(remote.id());
    }

    /** A server that speaks as Mixpeek does and has these names. */
    private Remote listing(String json) throws Exception {
        Scripted server = ground.closing(new Scripted(ground.executor(), Answered.json(200, json)));
        return ground.remote(Vendor.MIXPEEK, server.address());
    }

    @Test
    void nothingIsConcludedFromAListThatFailsOnItsThirdPage() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        ground.pushed(remote, "OURS", "ours");
        ground.pushed(remote, "LAST", "ours as well");
        for (int i = 0; i < 120; i++) {
            ground.put(Vendor.HOOKPULSE, "FOREIGN_" + i, "theirs");
        }
        ground.pass(Duration.ofHours(1));
        assertEquals(new Checked.Listed(ground.clock().instant(), 122), ground.check(remote));
        RemoteLedger before = known(remote);

        String there = SyncGround.there(Vendor.HOOKPULSE, "OURS");
        ground.delete(Vendor.HOOKPULSE, there);
        ground.put(Vendor.HOOKPULSE, "NEW", "theirs");
        ground.pass(Duration.ofHours(1));
        AtomicInteger pages = new AtomicInteger();
        simulator(Vendor.HOOKPULSE).witnessedBy((asked, answered) -> {
            if (asked.path().contains("paginated") && pages.incrementAndGet() == 2) {
                try {
                    simulator(Vendor.HOOKPULSE).disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        });
        Instant failed = ground.clock().instant();
        Checked.Incomplete incomplete = assertInstanceOf(Checked.Incomplete.class, ground.check(remote));
        assertEquals(Setback.UNAUTHORIZED, incomplete.why());
        assertEquals(3, pages.get());
        assertEquals(before.lines(), known(remote).lines());
        assertEquals(
                before.head().failed(failed, Setback.UNAUTHORIZED),
                known(remote).head());

        Plan plan = ground.plan(remote);
        assertEquals(List.of(new Banner.ListingFailed(remote.id(), failed, Setback.UNAUTHORIZED)), plan.banners());
        assertEquals(List.of(), plan.ticked());
        assertTrue(plan.standings().stream().noneMatch(one -> one.state() instanceof State.MissingThere));

        simulator(Vendor.HOOKPULSE).disturbNoMore();
        ground.check(remote);
        assertInstanceOf(
                State.MissingThere.class,
                ground.plan(remote).standings().stream()
                        .filter(one -> one.key().there().equals(there))
                        .findFirst()
                        .orElseThrow()
                        .state());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, UNAUTHORIZED",
        "FORBIDDEN, FORBIDDEN",
        "UPGRADE_REQUIRED, UPGRADE_NEEDED",
        "TRUNCATED, PROTOCOL_ERROR",
        "HTML_PAGE, PROTOCOL_ERROR",
        "ENDLESS_BODY, PROTOCOL_ERROR"
    })
    void whyAListFailedIsRemembered(Disturbance disturbance, Setback why) throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        ground.put(Vendor.DREADNODE, "A", "a");
        ground.check(remote);
        StoredRows before = StoredRows.of(ground.file());
        simulator(Vendor.DREADNODE).disturbAlways(Optional.of(disturbance));
        assertEquals(
                why,
                assertInstanceOf(Checked.Incomplete.class, ground.check(remote)).why());
        assertEquals(why, known(remote).head().failed().orElseThrow().why());
        assertEquals(1, StoredRows.of(ground.file()).writtenSince(before));
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void anEmptyListStopsAPlanWhereThingsAreOurs(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        ground.pushed(remote, "OURS", "ours");
        ground.add("NEW", "new");
        ground.pass(Duration.ofHours(1));
        simulator(vendor).disturbAlways(Optional.of(Disturbance.EMPTY_LISTING));
        assertEquals(new Checked.Listed(ground.clock().instant(), 0), ground.check(remote));
        Plan plan = ground.plan(remote);
        assertEquals(
                List.of(new Banner.EmptyListing(remote.id(), 1, ground.clock().instant())), plan.banners());
        assertEquals(List.of(), plan.rows());
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"MIXPEEK", "DREADNODE"})
    void tenThousandUnchangedNamesWriteOnlyTheHead(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        switch (simulator(vendor)) {
            case MixpeekSimulator names ->
                IntStream.range(0, 10_000).forEach(number -> names.plant("name_" + number, "value"));
            case DreadnodeSimulator names ->
                IntStream.range(0, 10_000).forEach(number -> names.plant("NAME_" + number, "value"));
            default -> throw new AssertionError(vendor);
        }
        ground.check(remote);
        StoredRows first = StoredRows.of(ground.file());
        assertEquals(10_001, first.rows().size());
        ground.pass(Duration.ofHours(1));
        assertEquals(new Checked.Listed(ground.clock().instant(), 10_000), ground.check(remote));
        assertEquals(1, StoredRows.of(ground.file()).writtenSince(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"\\ud800\"", "\"LONG\""})
    void aNameThatCannotBeKeptIsCountedAndHidesNothing(String name) throws Exception {
        String long4097 = "x".repeat(LedgerLine.MAX_NAME + 1);
        Remote remote = listing("{\"secrets\":[\"a\"," + name.replace("LONG", long4097) + "]}");
        ground.add("B", "value");
        Checked checked = ground.check(remote);
        if (checked instanceof Checked.Incomplete broken) {
            assertEquals(Setback.PROTOCOL_ERROR, broken.why());
            return;
        }
        assertEquals(new Checked.Listed(ground.clock().instant(), 2), checked);
        assertEquals(Set.of("a"), known(remote).lines().keySet());
        assertEquals(
                List.of(new Banner.Unclear(remote.id(), 1)), ground.plan(remote).banners());
        assertEquals(
                List.of(Operation.CREATE),
                ground.plan(remote).rows().stream().map(Row::operation).toList());
    }

    @Test
    void moreNamesThanAreKeptMakeAListNotWhole() throws Exception {
        String names = IntStream.rangeClosed(0, Seen.MOST_NAMES)
                .mapToObj(number -> "\"n" + number + "\"")
                .collect(Collectors.joining(","));
        Remote remote = listing("{\"secrets\":[" + names + "]}");
        assertEquals(
                new Checked.Incomplete(ground.clock().instant(), Setback.TOO_MANY, Optional.empty()),
                ground.check(remote));
        assertEquals(1, StoredRows.of(ground.file()).rows().size());
    }

    @Test
    void ofSeveralSecretsOfOneNameNothingIsDoneAndOneThatComesTwiceIsOne() throws Exception {
        String twice = """
                {"success":true,"data":[{"secret_uuid":"1","secret_key":"a"},{"secret_uuid":"ID","secret_key":"a"}]}
                """;
        Scripted server = ground.closing(new Scripted(ground.executor()));
        Remote remote = ground.remote(Vendor.HOOKPULSE, server.address());
        server.tell(asked -> Answered.json(200, twice.replace("ID", "2")));
        ground.add("A", "clashes");
        ground.add("B", "value");
        assertEquals(new Checked.Listed(ground.clock().instant(), 1), ground.check(remote));
        assertEquals(
                List.of(new Banner.Unclear(remote.id(), 1)), ground.plan(remote).banners());
        assertEquals(
                List.of(Operation.BLOCKED, Operation.CREATE),
                ground.plan(remote).rows().stream().map(Row::operation).toList());
        assertEquals(Map.of(), ground.plan(remote).rows().getFirst().options());
        server.tell(asked -> Answered.json(200, twice.replace("ID", "1")));
        assertEquals(new Checked.Listed(ground.clock().instant(), 1), ground.check(remote));
    }

    @Test
    void aPausedRemoteIsNotAskedAndWhatWasKnownStays() throws Exception {
        Scripted server = ground.closing(new Scripted(ground.executor(), Answered.json(200, "{\"secrets\":[\"a\"]}")));
        Remote remote = ground.remote(Vendor.MIXPEEK, server.address());
        ground.check(remote);
        RemoteLedger before = known(remote);
        server.tell(asked -> Answered.empty(500));

        ground.vault().remotes().pause(remote.id());
        assertEquals(new Checked.Paused(), ground.check(remote));
        assertEquals(
                List.of(new Banner.Paused(remote.id())), ground.plan(remote).banners());
        ground.vault().remotes().resume(remote.id());
        ground.vault().sync().policy(new SyncPolicy(true));
        assertEquals(new Checked.Paused(), ground.check(remote));
        assertEquals(
                List.of(new Banner.Paused(remote.id())), ground.plan(remote).banners());
        assertEquals(0, server.calls());
        assertEquals(before, known(remote));
    }

    @Test
    void whatOneRemoteSaysDoesNotStopTheOthers() throws Exception {
        Remote refused = ground.remote(Vendor.DREADNODE);
        simulator(Vendor.DREADNODE).disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
        Remote paused = ground.remote(Vendor.HOOKLISTENER);
        ground.vault().remotes().pause(paused.id());
        Remote whole = ground.remote(Vendor.MIXPEEK);
        ground.put(Vendor.MIXPEEK, "a", "a");
        Map<RemoteId, Checked> outcomes = ground.checks().check(List.of(refused, paused, whole), CheckProgress.UNTOLD);
        assertInstanceOf(Checked.Incomplete.class, outcomes.get(refused.id()));
        assertEquals(new Checked.Paused(), outcomes.get(paused.id()));
        assertEquals(new Checked.Listed(ground.clock().instant(), 1), outcomes.get(whole.id()));
    }

    @Test
    void aCancelledCheckKeepsWhatWasFoundElsewhereAndNothingOfTheRest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Scripted server = ground.closing(new Scripted(ground.executor()));
        server.tell(request -> {
            asked.countDown();
            await(never);
            return Answered.empty(500);
        });
        Remote slow = ground.remote(Vendor.MIXPEEK, server.address());
        Remote quick = ground.remote(Vendor.DREADNODE);
        ground.put(Vendor.DREADNODE, "A", "a");
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Future<?> check = ground.executor().submit(() -> {
            try {
                ground.checks().check(List.of(slow, quick), (remote, names) -> done.countDown());
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        asked.await();
        done.await();
        check.cancel(true);
        ended.await();
        never.countDown();
        assertEquals(Head.NONE, known(slow).head());
        assertEquals(1, known(quick).head().count());
        ground.ledgers().hold(slow.id()).close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRemoteThatIsBeingChangedIsCheckedAfterwards() throws Exception {
        Scripted server = ground.closing(new Scripted(ground.executor()));
        server.tell(asked -> Answered.json(200, "{\"secrets\":[\"a\"]}"));
        Remote held = ground.remote(Vendor.MIXPEEK, server.address());
        Remote free = ground.remote(Vendor.DREADNODE);
        CountDownLatch done = new CountDownLatch(1);
        Future<Map<RemoteId, Checked>> check;
        try (Hold hold = ground.ledgers().hold(held.id())) {
            check = ground.executor()
                    .submit(() -> ground.checks().check(List.of(held, free), (remote, names) -> {
                        if (remote.equals(free.id())) {
                            done.countDown();
                        }
                    }));
            done.await();
            assertEquals(0, server.calls());
            assertInstanceOf(Checked.Listed.class, ground.checks().check(hold, held, CheckProgress.UNTOLD));
            assertThrows(IllegalArgumentException.class, () -> ground.checks().check(hold, free, CheckProgress.UNTOLD));
        }
        assertInstanceOf(Checked.Listed.class, check.get().get(held.id()));
        assertEquals(2, server.calls());
    }

    @Test
    void twoProcessesMayCheckTheSameRemote() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        ground.put(Vendor.DREADNODE, "A", "a");
        ground.check(remote);
        try (OpenVault second = TestVaults.unlock(ground.file());
                Ledgers others = new Ledgers(second.sync())) {
            Checks theirs = new Checks(second, others, ground.connections(), ground.clock(), ground.executor());
            ground.put(Vendor.DREADNODE, "B", "b");
            theirs.check(List.of(remote), CheckProgress.UNTOLD);
            assertEquals(others.load(remote.id()), known(remote));
            ground.delete(Vendor.DREADNODE, "A");
            ground.check(remote);
            assertEquals(
                    List.of("B"), List.copyOf(others.load(remote.id()).lines().keySet()));
        }
    }

    @Test
    void ourDeletionIsRememberedUntilListsAreSureToShowIt() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        ground.put(Vendor.HOOKPULSE, "STAYS", "a");
        ground.put(Vendor.HOOKPULSE, "GONE", "a");
        ground.check(remote);
        ground.delete(Vendor.HOOKPULSE, "GONE");
        ground.ledgers().<Object>change(remote.id(), change -> {
            change.put(change.line("GONE").deleted(ground.clock().instant()));
            return "";
        });
        ground.pass(Head.SETTLING.minusSeconds(1));
        ground.check(remote);
        assertTrue(known(remote).line("GONE").orElseThrow().deleted().isPresent());
        ground.pass(Duration.ofSeconds(1));
        ground.check(remote);
        assertEquals(Optional.empty(), known(remote).line("GONE"));
    }

    @Test
    void aLockedVaultSaysSo() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        ground.vault().close();
        assertEquals(new Checked.Unkept(new Failure.Locked()), ground.check(remote));
        assertThrows(VaultException.class, () -> ground.plan(remote));
    }

    @Test
    void anExecutorThatIsGoneEndsACheck() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        ground.executor().shutdown();
        assertThrows(InterruptedException.class, () -> ground.check(remote));
    }

    @Test
    void valuesOfAVendorThatGivesNoneAreNotAskedFor() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        ground.pushed(remote, "OURS", "a");
        assertThrows(
                UnsupportedOperationException.class,
                () -> ground.checks().verify(remote, Set.of("ours"), CheckProgress.UNTOLD));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsReason() throws Exception {
        Remote remote = ground.remote(Vendor.VOXIMPLANT);
        ground.pushed(remote, "ONE", "a");
        ground.pushed(remote, "TWO", "b");
        ground.delete(Vendor.VOXIMPLANT, "TWO");
        Readings readings = ground.checks().verify(remote, Set.of("ONE", "TWO"), CheckProgress.UNTOLD);
        assertEquals(Set.of("ONE"), readings.read());
        assertInstanceOf(Trouble.NotFound.class, readings.unread().get("TWO"));
        simulator(Vendor.VOXIMPLANT).disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
        Readings none = ground.checks().verify(remote, Set.of("ONE", "TWO"), CheckProgress.UNTOLD);
        assertEquals(Set.of("ONE", "TWO"), none.unread().keySet());
    }
}
