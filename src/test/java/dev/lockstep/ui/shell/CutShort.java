package dev.lockstep.ui.shell;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A lock in the middle of applying a plan, for tests of what comes after it. */
final class CutShort {
    private CutShort() {}

    /** Applies everything at a remote, and suspends that with the first write; then opens the vault again. */
    static void apply(SyncGround ground, Remote remote) throws Exception {
        ground.check(remote);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch suspending = new CountDownLatch(1);
        var simulator =
                ground.practice(Vendor.of(remote.vendor()).orElseThrow()).simulator();
        simulator.witnessedBy((request, answer) -> {
            if (request.method().equals("POST")) {
                asked.countDown();
                await(suspending);
            }
        });
        ground.executor().execute(() -> {
            await(asked);
            ground.executor().execute(() -> ground.sync().suspend());
            while (!ground.sync().isStopping()) {
                LockSupport.parkNanos(100_000);
            }
            suspending.countDown();
        });
        Plan plan = ground.sync().plan(Optional.empty());
        ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE);
        simulator.witnessedBy((request, answer) -> {});
        ground.reopen();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
