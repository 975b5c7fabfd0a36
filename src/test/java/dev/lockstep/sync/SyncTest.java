package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.LogTrap;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of applying plans, at every vendor's simulator. */
class SyncTest extends SyncTrial {
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsNotOursIsNeverTouched(Vendor vendor) throws Exception {
        Remote remote = remote(vendor, Direction.PUSH, true);
        for (int i = 0; i < 50; i++) {
            ground.put(vendor, SyncGround.there(vendor, "FOREIGN_" + i), "theirs " + i);
        }
        ground.add("MINE", "mine");
        ground.pass(LATER);
        Map<String, RemoteSecret> before = there(vendor);

        Plan plan = checked(remote);
        assertEquals(List.of(Operation.CREATE), operations(plan));
        assertEquals(50, plan.contacts().getFirst().unknown().size());
        assertEquals(1, applied(plan).tally().done(Action.CREATE));
        ground.pass(LATER);
        assertEquals(OptionalInt.empty(), checked(remote).confirmation());

        Map<String, RemoteSecret> after = there(vendor);
        after.remove(SyncGround.there(vendor, "MINE"));
        assertEquals(before, after);
    }

    private static List<Operation> operations(Plan plan) {
        return plan.rows().stream().map(Row::operation).distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aSecondApplyRightAfterTheFirstAsksForNothing(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry edited = ground.add("FIRST", "one");
        ground.add("SECOND", "two");
        assertEquals(2, applied(checked(remote)).tally().done(Action.CREATE));
        ground.pass(LATER);
        ground.edit(edited.id(), "another");
        assertEquals(1, applied(checked(remote)).tally().done(Action.UPDATE));
        assertEquals(2, count(AuditEvent.SYNC_CREATED));
        assertEquals(1, count(AuditEvent.SYNC_UPDATED));

        Watch watch = watch(vendor);
        Plan second = ground.sync().plan(Optional.empty());
        assertEquals(List.of(), second.ticked());
        Outcome.Ended nothing = applied(second);
        assertEquals(List.of(), nothing.rows());
        assertEquals(List.of(), watch.calls());
        ground.pass(LATER);
        assertEquals(List.of(), checked(remote).ticked());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aValueArrivesByteForByte(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        String exact = "line1\n line2 \n";
        Entry entry = ground.add("EXACT", exact);
        assertEquals(1, applied(checked(remote)).tally().done(Action.CREATE));
        String there = SyncGround.there(vendor, "EXACT");
        if (can(vendor, Capability.READ_VALUE)) {
            assertEquals(exact, value(vendor, there));
            ground.sync().verify(remote, Set.of(there), CheckProgress.UNTOLD);
            assertEquals(
                    Operation.UNCHANGED,
                    row(ground.sync().plan(Optional.empty()), entry.id()).operation());
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void neitherValuesNorCredentialsAreInWhatIsToldOrLogged(Vendor vendor) throws Exception {
        String canary = "canary-4f1c-in-a-value";
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (LogTrap trap = new LogTrap()) {
            Remote remote = ground.remote(vendor);
            Entry entry = ground.add("CANARY", canary);
            ground.add("LOST", canary + "-too");
            var simulator = ground.practice(vendor).simulator();
            Plan plan = checked(remote);
            simulator.disturb(Disturbance.STALE_LISTING, Disturbance.STALE_LISTING, Disturbance.RESET_AFTER);
            Outcome.Ended ended = applied(plan, new Follower() {
                @Override
                public void ended(Applied applied) {
                    told.add(applied.toString());
                }
            });
            told.add(ended.toString());
            told.add(ended.plan().rows().toString());
            ground.pass(LATER);
            ground.edit(entry.id(), canary + "-edited");
            simulator.disturb(Disturbance.STALE_LISTING, Disturbance.UNPROCESSABLE);
            told.add(checked(remote).rows().toString());
            told.add(ground.sync()
                    .apply(ground.sync().plan(Optional.empty()), OptionalInt.empty(), Follower.NONE)
                    .toString());
            told.add(trap.text());
        }
        for (String text : told) {
            assertFalse(text.contains("canary-4f1c"), text);
            for (String credential : credentials(vendor)) {
                assertFalse(text.contains(credential), text);
            }
        }
    }

    private List<String> credentials(Vendor vendor) throws Exception {
        List<String> credentials = new ArrayList<>();
        try (var connection = ground.practice(vendor)
                .connection(ground.practice(vendor).simulator().address())) {
            for (SecretValue value : connection.credentials().values()) {
                credentials.add(value.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return credentials;
    }
}
