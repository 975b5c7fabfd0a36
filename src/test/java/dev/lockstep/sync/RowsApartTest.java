package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.check.Doors;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows become durable together; what befalls one of them is no matter of the others. */
class RowsApartTest extends SyncTrial {
    private static final Failure UNREADABLE = new Failure.PartDamaged(Failure.Part.VALUE);
    private static final String ERROR = "An error of the program";

    private void damage(SecretId secret) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ground.file());
                var change = connection.prepareStatement("UPDATE val SET v = zeroblob(length(v)) WHERE id = ?")) {
            change.setBytes(1, secret.row().bytes());
            assertEquals(1, change.executeUpdate());
        }
    }

    private static RowResult result(Outcome.Ended ended, Entry secret) {
        return ended.rows().stream()
                .filter(applied -> applied.row().key().secret().equals(Optional.of(secret.id())))
                .map(Applied::result)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aValueThatCannotBeOpenedStopsNoOtherRow() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        List<Entry> secrets = secrets(20);
        Plan plan = checked(remote);
        damage(secrets.get(5).id());

        Outcome.Ended ended = applied(plan);
        assertEquals(19, ended.tally().done(Action.CREATE), ended.tally().toString());
        assertEquals(new RowResult.NotKept(UNREADABLE), result(ended, secrets.get(5)));
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }

    @Test
    void aValueThatCannotBeOpenedBlocksItsRowInThePlanAlone() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        Entry changed = ground.pushed(remote, "CHANGED", "value");
        Entry fine = ground.add("FINE", "value");
        Entry fresh = ground.add("FRESH", "value");
        ground.edit(changed.id(), "another value");
        damage(changed.id());
        damage(fresh.id());
        ground.reopen();

        Plan plan = checked(remote);
        for (Entry damaged : List.of(changed, fresh)) {
            assertEquals(Operation.BLOCKED, row(plan, damaged.id()).operation());
            assertEquals(new Reason.ValueUnreadable(), row(plan, damaged.id()).reason());
        }
        assertEquals(Operation.CREATE, row(plan, fine.id()).operation());
        ground.sync().standings(List.of(changed.id(), fine.id(), fresh.id()));
    }

    @Test
    void whatPlansKnewOfValuesIsForgottenOnceItIsClosed() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        Entry fresh = ground.add("FRESH", "value");
        assertEquals(Operation.CREATE, row(checked(remote), fresh.id()).operation());
        damage(fresh.id());
        ground.sync().close();
        assertEquals(
                new Reason.ValueUnreadable(),
                row(ground.sync().plan(Optional.empty()), fresh.id()).reason());
    }

    @Test
    void anEntryThatCannotBeKeptUndoesNoOtherOfItsChange() throws Exception {
        Remote remote = remote(Vendor.KV_V2, Direction.PULL, false);
        for (int i = 0; i < 20; i++) {
            ground.put(Vendor.KV_V2, "KEY_" + i, "value " + i);
        }
        AtomicBoolean once = new AtomicBoolean();
        Outcome.Ended ended = applied(checked(remote), new Follower() {
            @Override
            public void began(Row row) {
                if (!once.getAndSet(true)) {
                    try {
                        ground.add("KEY_9", "mine");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        });
        assertEquals(19, ended.tally().done(Action.PULL_NEW), ended.tally().toString());
        assertEquals(
                List.of(new RowResult.NotKept(new Failure.NameTaken())),
                ended.rows().stream()
                        .filter(applied -> applied.row().key().there().equals("KEY_9"))
                        .map(Applied::result)
                        .toList());
        assertEquals(20, ground.vault().catalog().counts().all());
    }

    @Test
    void aWriteThatEndsByAnErrorOfTheProgramStaysUnknownAndWhatWasNotSentIsWithdrawn() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        secrets(40);
        Plan plan = checked(remote);
        AtomicInteger sent = new AtomicInteger();
        Sync broken = through(open -> new Breaking(open, create -> {
            sent.incrementAndGet();
            throw new IllegalStateException(ERROR);
        }));
        IllegalStateException told =
                assertThrows(IllegalStateException.class, () -> broken.apply(plan, plan.confirmation(), Follower.NONE));
        assertEquals(ERROR, root(told).getMessage());
        assertTrue(sent.get() > 0 && sent.get() <= 8, sent + " were sent");
        assertEquals(sent.get(), open(remote.id()));
        assertTrue(ground.ledgers().load(remote.id()).lines().values().stream()
                .allMatch(line -> line.entry().isEmpty()));
    }

    @Test
    void anErrorOfTheProgramThatOnlyAHelpingThreadMeetsIsToldAndWhatIsLeftCanBeResumed() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        secrets(40);
        Plan plan = checked(remote);
        CountDownLatch met = new CountDownLatch(1);
        Sync broken = through(open -> {
            Thread errand = Thread.currentThread();
            return new Breaking(open, secret -> {
                if (Thread.currentThread().equals(errand)) {
                    met.await();
                    return open.create(secret);
                }
                met.countDown();
                throw new IllegalStateException(ERROR);
            });
        });
        IllegalStateException told =
                assertThrows(IllegalStateException.class, () -> broken.apply(plan, plan.confirmation(), Follower.NONE));
        assertEquals(ERROR, root(told).getMessage());
        assertEquals(
                Set.of(remote.id()), ground.sync().unfinished().orElseThrow().remotes());
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    private long open(RemoteId remote) throws VaultException {
        return ground.ledgers().load(remote).lines().values().stream()
                .filter(line -> line.intent().isPresent())
                .count();
    }

    /** Sync with vendors that are not as they are. */
    private Sync through(UnaryOperator<RemoteVault> other) {
        Doors doors = new Doors() {
            @Override
            public <T extends @Nullable Object> T visit(Remote remote, Visit<T> visit)
                    throws RemoteException, VaultException, InterruptedException {
                return ground.connections().visit(remote, open -> visit.run(other.apply(open)));
            }
        };
        return SyncGround.through(doors, ground.vault(), ground.clock(), ground.executor());
    }

    private interface Creating {
        RemoteSecret create(NewSecret secret) throws RemoteException, InterruptedException;
    }

    private record Breaking(RemoteVault real, Creating creating) implements RemoteVault {
        @Override
        public VendorContract contract() {
            return real.contract();
        }

        @Override
        public Greeting greet() throws RemoteException {
            return real.greet();
        }

        @Override
        public void list(Consumer<RemoteSecret> each) throws RemoteException {
            real.list(each);
        }

        @Override
        public RemoteSecret create(NewSecret secret) throws RemoteException {
            try {
                return creating.create(secret);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
