package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans that do not hold, and rows that cannot be applied. */
class RefusedPlansTest extends SyncTrial {
    @Test
    void namesThatCollideAreBlockedAndBothAreNamed() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        ground.add("api key", "one");
        ground.add("api_key", "two");
        ground.add("other", "three");
        Outcome.Ended ended = applied(checked(remote));
        assertEquals(1, ended.tally().done(Action.CREATE));
        assertEquals(2, ended.tally().blocked());
        assertEquals(
                List.of("api_key", "api key"),
                ended.plan().rows().stream()
                        .filter(row -> row.operation() == Operation.BLOCKED)
                        .map(row -> ((Reason.Collides) row.reason())
                                .rivals()
                                .getFirst()
                                .name())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aPlanThatDoesNotHoldAnyMoreIsRefused(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry entry = ground.add("MINE", "mine");
        Plan plan = checked(remote);
        ground.put(vendor, SyncGround.there(vendor, "MINE"), "theirs");
        Outcome.Stale stale =
                assertInstanceOf(Outcome.Stale.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
        assertInstanceOf(Reason.TakenThere.class, row(stale.now(), entry.id()).reason());
        assertEquals(1, names(vendor).size());
    }

    @Test
    void aPlanIsRefusedAfterAnEditHere() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        Entry entry = ground.add("MINE", "mine");
        Plan plan = checked(remote);
        ground.edit(entry.id(), "another");
        assertInstanceOf(Outcome.Stale.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
    }

    @Test
    void nothingIsSentWhileEverythingIsPaused() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        ground.add("MINE", "mine");
        Plan plan = checked(remote);
        ground.sync().policy(new SyncPolicy(true));
        Watch watch = watch(Vendor.MIXPEEK);
        assertInstanceOf(Outcome.Stale.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
        assertEquals(List.of(), watch.calls());
    }
}
