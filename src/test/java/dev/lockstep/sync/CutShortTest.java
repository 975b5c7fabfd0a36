package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was cut short by a lock or by the user, and gone on with. */
class CutShortTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void manyDeletionsAreAskedForAgainWhenTheyAreResumed() throws Exception {
        Remote remote = ground.vault()
                .remotes()
                .conduct(ground.remote(Vendor.MIXPEEK).id(), new Conduct(false, Direction.PUSH, true));
        List<SecretId> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(ground.add("KEY_" + i, "value " + i).id());
        }
        applied(checked(remote));
        ground.pass(LATER);
        ground.vault().secrets().trash(ids);
        CountDownLatch suspending = new CountDownLatch(1);
        Plan plan = checked(remote);
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((request, answer) -> {
            if (request.method().equals("DELETE") && suspending.getCount() > 0) {
                ground.executor().execute(() -> ground.sync().suspend());
                while (!ground.sync().isStopping()) {
                    LockSupport.parkNanos(100_000);
                }
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
        assertEquals(40 - done, countThere());
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
        assertEquals(0, countThere());
    }

    @Test
    void aLockDoesNotWaitForTheLookAfterTheLastRow() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        for (int i = 0; i < 3; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsLeftAfterCancellingCanBeAppliedAtOnce(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        for (int i = 0; i < 40; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        Follower cancelling = new Follower() {
            @Override
            public void ended(Applied applied) {
                ground.sync().cancel();
            }
        };
        Outcome.Ended cut = assertInstanceOf(
                Outcome.Ended.class, ground.sync().apply(checked(remote), OptionalInt.empty(), cancelling));
        int done = cut.tally().done(Action.CREATE);
        assertTrue(done > 0 && done < 40, done + " were created before it was cancelled");
        assertEquals(Optional.empty(), ground.sync().unfinished());

        Plan rest = ground.sync().plan(Optional.empty());
        assertEquals(40 - done, applied(rest).tally().done(Action.CREATE));
    }

    private Plan checked(Remote remote) throws Exception {
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    private Outcome.Ended applied(Plan plan) throws Exception {
        return assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), Follower.NONE));
    }

    private int countThere() throws Exception {
        try (RemoteVault open = ground.practice(Vendor.MIXPEEK).open()) {
            return Act.all(open).size();
        }
    }
}
