package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was cut short by a lock or by the user, and gone on with. */
class CutShortTest extends SyncTrial {
    @Test
    void aLockFinishesTheRowInFlightAndWhatIsLeftIsResumed() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        secrets(40);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch suspending = new CountDownLatch(1);
        Plan plan = checked(remote);
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((request, answer) -> {
            if (request.method().equals("POST")) {
                asked.countDown();
                await(suspending);
            }
        });
        ground.executor().execute(() -> {
            await(asked);
            stop(ground.sync()::suspend);
            suspending.countDown();
        });
        Outcome.Ended cut = applied(plan);
        int done = cut.tally().done(Action.CREATE);
        assertTrue(done > 0 && done <= 8, cut.tally().toString());
        assertEquals(40 - done, cut.tally().untried());
        assertEquals(0, cut.tally().unknown());
        assertEquals(done, names(Vendor.MIXPEEK).size());

        ground.reopen();
        assertEquals(40 - done, ground.sync().unfinished().orElseThrow().tasks());
        Outcome.Ended rest =
                assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        assertEquals(40 - done, rest.tally().done(Action.CREATE));
        assertEquals(Optional.empty(), ground.sync().unfinished());
        assertEquals(40, names(Vendor.MIXPEEK).size());
    }

    @Test
    void manyDeletionsAreAskedForAgainWhenTheyAreResumed() throws Exception {
        Remote remote = remote(Vendor.MIXPEEK, Direction.PUSH, true);
        List<SecretId> ids = secrets(40).stream().map(Entry::id).toList();
        applied(checked(remote));
        ground.pass(LATER);
        ground.vault().secrets().trash(ids);
        CountDownLatch suspending = new CountDownLatch(1);
        Plan plan = checked(remote);
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((request, answer) -> {
            if (request.method().equals("DELETE") && suspending.getCount() > 0) {
                stop(ground.sync()::suspend);
                suspending.countDown();
            }
        });
        int done = applied(plan).tally().done(Action.DELETE);
        assertTrue(done > 0 && done < 37, done + " were deleted before the lock");

        ground.reopen();
        assertEquals(40 - done, ground.sync().unfinished().orElseThrow().tasks());
        ground.pass(LATER);
        for (OptionalInt typed : List.of(OptionalInt.empty(), OptionalInt.of(40))) {
            Outcome.Unconfirmed asked =
                    assertInstanceOf(Outcome.Unconfirmed.class, ground.sync().resume(typed, Follower.NONE));
            assertEquals(OptionalInt.of(40 - done), asked.plan().confirmation());
        }
        assertEquals(40 - done, names(Vendor.MIXPEEK).size());
        List<Row> told = new ArrayList<>();
        Outcome.Ended rest =
                assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.of(40 - done), new Follower() {
                    @Override
                    public void starting(List<Row> rows) {
                        told.addAll(rows);
                    }
                }));
        assertEquals(40 - done, rest.tally().done(Action.DELETE));
        assertEquals(rest.rows().stream().map(Applied::row).toList(), told);
        assertEquals(0, names(Vendor.MIXPEEK).size());
    }

    @Test
    void aLockDoesNotWaitForAVendorThatDoesNotAnswer() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        secrets(20);
        Plan plan = checked(remote);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        var simulator = ground.practice(Vendor.HOOKPULSE).simulator();
        simulator.witnessedBy((request, answer) -> {
            if (request.path().contains("add_system_secret")) {
                asked.countDown();
                await(never);
            }
        });
        ground.executor().execute(() -> {
            await(asked);
            ground.sync().suspend(Duration.ofMillis(1));
        });
        Outcome.Ended cut = applied(plan);
        assertTrue(cut.tally().unknown() > 0, cut.tally().toString());
        assertEquals(
                20, cut.tally().unknown() + cut.tally().untried() + cut.tally().failed());
        assertFalse(Thread.currentThread().isInterrupted());

        simulator.witnessedBy((request, answer) -> {});
        never.countDown();
        ground.reopen();
        ground.pass(LATER);
        assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        ground.pass(LATER);
        Plan after = checked(remote);
        assertEquals(List.of(), after.ticked());
        assertFalse(after.rows().stream().anyMatch(row -> row.reason() instanceof Reason.OutcomeUnknown));
        assertEquals(20, names(Vendor.HOOKPULSE).size());
    }

    @Test
    void aLockDoesNotWaitForTheLookAfterTheLastRow() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        secrets(3);
        Plan plan = checked(remote);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        ground.practice(Vendor.HOOKPULSE).simulator().witnessedBy((asked, answer) -> {
            if (DyingMoment.isWrite(asked)) {
                written.incrementAndGet();
            } else if (written.get() == 3) {
                ground.executor().execute(() -> {
                    ground.sync().suspend(Duration.ofMillis(1));
                    over.complete(!ground.sync().isApplying());
                });
                await(never);
            }
        });
        int done = applied(plan).tally().done(Action.CREATE);
        boolean ended = over.join();
        never.countDown();
        assertEquals(3, done);
        assertTrue(ended);
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsLeftAfterCancellingCanBeAppliedAtOnce(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        secrets(40);
        Follower cancelling = new Follower() {
            @Override
            public void ended(Applied applied) {
                ground.sync().cancel();
            }
        };
        Outcome.Ended cut = applied(checked(remote), cancelling);
        int done = cut.tally().done(Action.CREATE);
        assertTrue(done > 0 && done < 40, done + " were created before it was cancelled");
        assertEquals(Optional.empty(), ground.sync().unfinished());

        Plan rest = ground.sync().plan(Optional.empty());
        assertEquals(40 - done, applied(rest).tally().done(Action.CREATE));
    }
}
