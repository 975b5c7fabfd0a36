package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left to the user: which of two values counts, what is deleted there, what comes here. */
class DecisionsTest extends SyncTrial {
    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"VOXIMPLANT", "HOOKLISTENER", "DREADNODE", "KV_V2"})
    void aConflictLeavesTheOthersApplied(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry one = ground.add("ONE", "one");
        Entry two = ground.add("TWO", "two");
        applied(checked(remote));
        ground.pass(LATER);
        checked(remote);
        ground.edit(one.id(), "one here");
        ground.edit(two.id(), "two here");
        String there = SyncGround.there(vendor, "ONE");
        ground.change(vendor, there, "one there");
        ground.pass(LATER);

        Plan plan = checked(remote);
        Outcome.Ended ended = applied(plan);
        assertEquals(1, ended.tally().conflicts());
        assertEquals(1, ended.tally().done(Action.UPDATE));
        Row conflict = row(ended.plan(), one.id());
        assertEquals(new Reason.ChangedBoth(), conflict.reason());

        Plan resolved = ground.sync()
                .plan(Optional.empty())
                .choose(conflict.key(), can(vendor, Capability.READ_VALUE) ? Choice.TAKE_REMOTE : Choice.KEEP_LOCAL);
        Outcome.Ended end = applied(resolved);
        if (can(vendor, Capability.READ_VALUE)) {
            assertEquals(1, end.tally().done(Action.PULL_VERSION));
            try (SecretValue taken = ground.vault().sync().value(one.id())) {
                assertEquals("one there", TestVaults.text(taken.copy()));
            }
            assertEquals(
                    3, ground.vault().catalog().entry(one.id()).orElseThrow().versions());
        } else {
            assertEquals(1, end.tally().done(Action.UPDATE));
        }
        ground.pass(LATER);
        assertEquals(List.of(), checked(remote).ticked());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsInTheTrashIsDeletedThereOnceThatIsSwitchedOn(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry gone = ground.add("GONE", "gone");
        ground.add("STAYS", "stays");
        applied(checked(remote));
        ground.pass(LATER);
        ground.vault().secrets().trash(List.of(gone.id()));
        Plan off = checked(remote);
        assertEquals(new Reason.DeletionsOff(), row(off, gone.id()).reason());
        assertEquals(List.of(), off.ticked());

        ground.vault().remotes().conduct(remote.id(), new Conduct(false, Direction.PUSH, true));
        Plan on = ground.sync().plan(Optional.empty());
        Outcome.Unconfirmed asked = assertInstanceOf(
                Outcome.Unconfirmed.class, ground.sync().apply(on, OptionalInt.empty(), Follower.NONE));
        assertEquals(OptionalInt.of(1), asked.plan().confirmation());
        assertEquals(1, applied(on).tally().done(Action.DELETE));
        assertEquals(1, count(AuditEvent.SYNC_DELETED));
        assertEquals(
                List.of(SyncGround.there(vendor, "STAYS")),
                there(vendor).values().stream()
                        .filter(secret -> !secret.traces().deleted())
                        .map(RemoteSecret::name)
                        .toList());
        ground.pass(LATER);
        assertEquals(List.of(), checked(remote).ticked());
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"HOOKPULSE", "VOXIMPLANT", "HOOKLISTENER", "KV_V2"})
    void whatIsOnlyThereComesHereAndLaterChangesFollow(Vendor vendor) throws Exception {
        Remote remote = remote(vendor, Direction.TWO_WAY, false);
        String there = SyncGround.there(vendor, "THEIRS");
        ground.put(vendor, there, "first");
        ground.pass(LATER);
        assertEquals(1, applied(checked(remote)).tally().done(Action.PULL_NEW));
        SecretId here = ground.vault()
                .secrets()
                .named(TestVaults.collection(ground.vault()), there)
                .orElseThrow();
        assertEquals("first", here(here));

        ground.pass(LATER);
        ground.change(vendor, there, "second");
        ground.pass(LATER);
        Plan plan = checked(remote);
        if (!can(vendor, Capability.TIMESTAMPS)) {
            ground.sync().verify(remote, Set.of(there), CheckProgress.UNTOLD);
            plan = ground.sync().plan(Optional.empty());
        }
        assertEquals(1, applied(plan).tally().done(Action.PULL_VERSION));
        assertEquals("second", here(here));
        assertEquals(2, ground.vault().catalog().entry(here).orElseThrow().versions());
        assertEquals(2, count(AuditEvent.SYNC_PULLED));

        ground.pass(LATER);
        ground.edit(here, "third");
        ground.pass(Duration.ofHours(1));
        Plan back = checked(remote);
        if (!can(vendor, Capability.TIMESTAMPS)) {
            assertEquals(new Reason.ReadFirst(), row(back, here).reason());
            ground.sync().verify(remote, Set.of(there), CheckProgress.UNTOLD);
            back = ground.sync().plan(Optional.empty());
        }
        assertEquals(1, applied(back).tally().done(Action.UPDATE));
        assertEquals("third", value(vendor, there));
    }

    private String here(SecretId secret) throws Exception {
        return TestVaults.text(ground.vault().sync().value(secret));
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsTakenOverIsNotWrittenUntilSomebodyDecides(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry mine = ground.add("SHARED", "mine");
        String there = SyncGround.there(vendor, "SHARED");
        ground.put(vendor, there, "theirs");
        ground.pass(LATER);
        Map<String, RemoteSecret> before = there(vendor);
        Plan plan = checked(remote);
        Watch watch = watch(vendor);
        assertEquals(
                1,
                applied(plan.choose(row(plan, mine.id()).key(), Choice.ADOPT))
                        .tally()
                        .done(Action.ADOPT));
        assertEquals(before, there(vendor));
        assertEquals(0, watch.count("PUT") + watch.count("DELETE"));

        ground.pass(LATER);
        Plan next = checked(remote);
        assertEquals(new Reason.NeverKnown(), row(next, mine.id()).reason());
        Outcome.Ended kept = applied(next.choose(row(next, mine.id()).key(), Choice.KEEP_LOCAL));
        if (row(next, mine.id()).options().containsKey(Choice.KEEP_LOCAL)) {
            assertEquals(1, kept.tally().done(Action.UPDATE));
        }
        if (can(vendor, Capability.READ_VALUE) && can(vendor, Capability.UPDATE)) {
            assertEquals(kept.tally().done(Action.UPDATE) == 1 ? "mine" : "theirs", value(vendor, there));
        }
    }
}
