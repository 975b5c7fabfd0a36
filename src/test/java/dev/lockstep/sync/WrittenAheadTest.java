package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be sent is written down ahead, for many rows at once, and taken back where it is not sent. */
class WrittenAheadTest extends SyncTrial {
    private Remote remote;

    @BeforeEach
    void connect() throws Exception {
        remote = ground.remote(Vendor.MIXPEEK);
    }

    private Plan planned(int count) throws Exception {
        secrets(count);
        return checked(remote);
    }

    private static long open(RemoteLedger ledger) {
        return ledger.lines().values().stream()
                .filter(line -> line.intent().isPresent())
                .count();
    }

    /** Waits until more stand in the ledger as about to be sent than can have been. */
    private static void awaitMore(SyncGround ground, Remote remote, int asked) {
        try {
            while (open(ground.ledgers().load(remote.id())) <= asked) {
                Thread.onSpinWait();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenAheadAndNotSentIsTakenBackAndSentOnceLater(boolean suspended) throws Exception {
        Plan plan = planned(40);
        AtomicInteger writes = new AtomicInteger();
        AtomicBoolean once = new AtomicBoolean();
        CountDownLatch stopping = new CountDownLatch(1);
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((asked, answer) -> {
            if (!DyingMoment.isWrite(asked)) {
                return;
            }
            writes.incrementAndGet();
            if (!once.getAndSet(true)) {
                awaitMore(ground, remote, 8);
                stop(suspended ? ground.sync()::suspend : ground.sync()::cancel);
                stopping.countDown();
            }
            await(stopping);
        });
        Outcome.Ended cut = applied(plan);
        int done = cut.tally().done(Action.CREATE);
        assertTrue(done > 0 && done <= 8, cut.tally().toString());
        assertEquals(40 - done, cut.tally().untried());
        Class<?> why = suspended ? Stop.Suspended.class : Stop.Cancelled.class;
        assertEquals(
                40 - done,
                cut.rows().stream()
                        .filter(row ->
                                row.result() instanceof RowResult.NotTried untried && why.isInstance(untried.why()))
                        .count());
        assertEquals(0, open(ground.ledgers().load(remote.id())));
        assertEquals(done, writes.get());

        ground.reopen();
        assertEquals(0, open(ground.ledgers().load(remote.id())));
        assertEquals(suspended, ground.sync().unfinished().isPresent());
        Outcome rest = suspended
                ? ground.sync().resume(OptionalInt.empty(), Follower.NONE)
                : applied(ground.sync().plan(Optional.empty()));
        assertEquals(
                40 - done, assertInstanceOf(Outcome.Ended.class, rest).tally().done(Action.CREATE));
        assertEquals(40, writes.get());
        assertEquals(40, names(Vendor.MIXPEEK).size());
        assertEquals(40, Set.copyOf(names(Vendor.MIXPEEK)).size());
    }

    @Test
    void noRequestArrivesBeforeAnotherProcessCanReadInTheFileThatItWillBeSent() throws Exception {
        Plan plan = planned(60);
        List<String> names =
                plan.ticked().stream().map(row -> row.key().there()).toList();
        SyncGround other = ground.closing(
                SyncGround.elsewhere(ground.file(), ground.clock().instant()));
        List<String> early = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger writes = new AtomicInteger();
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((asked, answer) -> {
            if (DyingMoment.isWrite(asked)) {
                writes.incrementAndGet();
                String body = new String(asked.body(), StandardCharsets.UTF_8);
                String name = names.stream()
                        .filter(one -> body.contains('"' + one + '"'))
                        .findFirst()
                        .orElseThrow();
                if (!isWrittenAhead(other, name)) {
                    early.add(name);
                }
            }
        });
        assertEquals(60, applied(plan).tally().done(Action.CREATE));
        assertEquals(60, writes.get());
        assertEquals(List.of(), early);
    }

    private boolean isWrittenAhead(SyncGround other, String name) {
        try {
            return other.ledgers()
                    .line(remote.id(), name)
                    .intent()
                    .filter(write -> write.action() == Action.CREATE)
                    .isPresent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyRowsBecomeDurableInFewChanges() throws Exception {
        Plan plan = planned(400);
        long before = ground.vault().sync().mark();
        assertEquals(400, applied(plan).tally().done(Action.CREATE));
        long changes = ground.vault().sync().mark() - before;
        assertTrue(changes > 0 && changes < 200, changes + " changes for 400 rows");
    }
}
