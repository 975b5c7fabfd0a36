package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A remote that somebody emptied on purpose, and a user who says so. */
class EmptiedRemoteTest extends SyncTrial {
    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"HOOKPULSE", "HOOKLISTENER", "MIXPEEK", "DREADNODE"})
    void itIsFilledAgainOnceTheUserSaysThatItsListIsRight(Vendor vendor) throws Exception {
        Remote remote = emptied(vendor);
        Plan plan = believed(checked(remote));
        assertEquals(List.of(), plan.banners());
        assertEquals(
                List.of(Operation.CREATE, Operation.CREATE),
                plan.rows().stream().map(Row::operation).toList());
        assertEquals(List.of(), plan.ticked());

        ground.pass(LATER);
        Outcome.Ended ended = applied(plan.tick(Filter.OPEN, true));

        assertEquals(2, ended.tally().done(Action.CREATE));
        ground.pass(LATER);
        assertEquals(List.of(), checked(remote).ticked());
        assertEquals(List.of(), checked(remote).banners());
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"HOOKLISTENER", "MIXPEEK"})
    void anotherListThatIsEmptyAsksAgain(Vendor vendor) throws Exception {
        Remote remote = emptied(vendor);
        Plan first = checked(remote);
        Map<RemoteId, Instant> said = said(first);
        ground.pass(LATER);

        assertEquals(List.of(), checked(remote).rows());
        Plan again = ground.sync().plan(Optional.empty(), said);
        assertEquals(1, again.banners().size());
        assertEquals(List.of(), again.rows());
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"HOOKLISTENER", "MIXPEEK"})
    void aPlanFromBeforeTheUserSaidSoIsNotAppliedAndOneFromAfterIsStaleOnceThingsAreThere(Vendor vendor)
            throws Exception {
        Remote remote = emptied(vendor);
        Plan plan = believed(checked(remote)).tick(Filter.OPEN, true);
        ground.put(vendor, SyncGround.there(vendor, "SOMEBODY"), "put this there since");
        ground.pass(LATER);

        assertInstanceOf(Outcome.Stale.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
    }

    /** Two secrets were pushed, deletions are on, and then somebody deleted everything there. */
    private Remote emptied(Vendor vendor) throws Exception {
        Remote remote = remote(vendor, Direction.PUSH, true);
        ground.pushed(remote, "ONE", "one");
        ground.pushed(remote, "TWO", "two");
        ground.pass(LATER);
        ground.delete(vendor, SyncGround.there(vendor, "ONE"));
        ground.delete(vendor, SyncGround.there(vendor, "TWO"));
        ground.pass(LATER);
        return remote;
    }

    private Plan believed(Plan stopped) throws Exception {
        return ground.sync().plan(Optional.empty(), said(stopped));
    }

    private static Map<RemoteId, Instant> said(Plan stopped) {
        Banner.EmptyListing empty =
                assertInstanceOf(Banner.EmptyListing.class, stopped.banners().getFirst());
        return Map.of(empty.remote(), empty.listed());
    }
}
