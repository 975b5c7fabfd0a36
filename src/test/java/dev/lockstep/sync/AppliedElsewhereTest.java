package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.KilledProcess;
import dev.lockstep.vault.Remote;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Two processes with the same vault open, of which one applies a plan. */
class AppliedElsewhereTest extends SyncTrial {
    private final CountDownLatch sent = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private Remote remote;
    private Entry entry;
    private Process other;

    /** Begins to apply in another process, and leaves it without the answer to its first write. */
    @BeforeEach
    void begin() throws Exception {
        remote = ground.remote(Vendor.HOOKPULSE);
        entry = ground.add("MINE", "mine");
        ground.practice(Vendor.HOOKPULSE).simulator().witnessedBy((asked, answer) -> {
            if (DyingMoment.isWrite(asked)) {
                sent.countDown();
                await(answered);
            }
        });
        other = KilledProcess.start(
                KilledApplyTest.class,
                ground.file().toString(),
                ground.clock().instant().toString());
        sent.await();
        ground.practice(Vendor.HOOKPULSE).simulator().witnessedBy((asked, answer) -> {});
        ground.pass(LATER);
    }

    @AfterEach
    void end() throws Exception {
        answered.countDown();
        KilledProcess.kill(other);
        other.waitFor();
    }

    private Plan verified() throws Exception {
        checked(remote);
        ground.sync().verify(remote, Set.of(SyncGround.there(Vendor.HOOKPULSE, entry.name())), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    private static void refused(Executable what) {
        assertEquals(
                new Failure.AppliedElsewhere(),
                assertThrows(VaultException.class, what).failure());
    }

    @Test
    void whatTheOtherSentIsLeftToItAndNothingIsAppliedBesideIt() throws Exception {
        Plan plan = verified();
        assertInstanceOf(Reason.OutcomeUnknown.class, plan.rows().getFirst().reason());
        assertEquals(Optional.empty(), ground.sync().unfinished());
        refused(() -> ground.sync().apply(plan, plan.confirmation(), Follower.NONE));
        refused(() -> ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        refused(() -> ground.sync().abandon());

        answered.countDown();
        try (var lines = other.inputReader()) {
            lines.lines().filter("over Ended"::equals).findFirst().orElseThrow();
        }
        assertEquals(Operation.UNCHANGED, verified().rows().getFirst().operation());
        ground.edit(entry.id(), "another");
        assertEquals(1, applied(verified()).tally().done(Action.UPDATE));
    }

    @Test
    void onceTheOtherIsKilledWhatItSentIsFoundOutAndTheRestIsResumed() throws Exception {
        KilledProcess.kill(other);
        other.waitFor();
        assertEquals(1, ground.sync().unfinished().orElseThrow().tasks());
        assertEquals(Operation.UNCHANGED, verified().rows().getFirst().operation());
        assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }
}
