package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.practice.Disturbance;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that get lost, are late or are a refusal while a plan is applied. */
class TroubleThereTest extends SyncTrial {
    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatWasSentWithoutAnAnswerIsUnknownAfterAStartAndThenFoundOut(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry entry = ground.add("LOST", "lost answer");
        assertInstanceOf(RowResult.Unknown.class, cutOff(remote, checked(remote)));
        ground.reopen();
        assertEquals(
                new Reason.OutcomeUnknown(Action.CREATE, ground.clock().instant()),
                row(ground.sync().plan(Optional.empty()), entry.id()).reason());

        ground.pass(LATER);
        Row open = row(checked(remote), entry.id());
        assertEquals(Operation.CANNOT_CHECK, open.operation());
        if (can(vendor, Capability.READ_VALUE)) {
            ground.sync().verify(remote, Set.of(open.key().there()), CheckProgress.UNTOLD);
            Row known = row(ground.sync().plan(Optional.empty()), entry.id());
            assertEquals(Operation.UNCHANGED, known.operation());
        } else {
            Plan adopting = ground.sync().plan(Optional.empty()).choose(open.key(), Choice.ADOPT);
            assertEquals(1, applied(adopting).tally().done(Action.ADOPT));
        }
        assertEquals(1, names(vendor).size());
    }

    /** The write is done, no answer comes, and nobody is reached any more. */
    private RowResult cutOff(Remote remote, Plan plan) throws Exception {
        Vendor vendor = Vendor.of(remote.vendor()).orElseThrow();
        var simulator = ground.practice(vendor).simulator();
        Follower lost = disturbing(vendor, Disturbance.RESET_AFTER);
        Outcome.Ended ended = applied(plan, new Follower() {
            @Override
            public void began(Row row) {
                lost.began(row);
                simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
            }
        });
        simulator.disturbNoMore();
        assertEquals(1, ended.tally().unknown());
        return ended.rows().getFirst().result();
    }

    /** Disturbs the write of each row that is begun. */
    private Follower disturbing(Vendor vendor, Disturbance how) throws Exception {
        var simulator = ground.practice(vendor).simulator();
        return new Follower() {
            @Override
            public void began(Row row) {
                if (vendor == Vendor.KV_V2) {
                    // the login
                    simulator.disturb(Disturbance.STALE_LISTING);
                }
                simulator.disturb(how);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aLostAnswerIsMadeUpForByALookWhereValuesCanBeRead(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        ground.add("LOST", "lost answer");
        Outcome.Ended ended = applied(checked(remote), disturbing(vendor, Disturbance.RESET_AFTER));
        assertEquals(can(vendor, Capability.READ_VALUE) ? 1 : 0, ended.tally().done(Action.CREATE));
        assertEquals(can(vendor, Capability.READ_VALUE) ? 0 : 1, ended.tally().unknown());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aWriteThatNeverArrivedIsSentAgainOnceAListIsLateEnough(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry entry = ground.add("NEVER", "never arrived");
        Outcome.Ended ended = applied(checked(remote), disturbing(vendor, Disturbance.RESET_BEFORE));
        assertEquals(1, ended.tally().unknown());
        assertEquals(Operation.CANNOT_CHECK, row(checked(remote), entry.id()).operation());
        ground.pass(LATER);
        assertEquals(1, applied(checked(remote)).tally().done(Action.CREATE));
    }

    @Test
    void aStormOfTooManyEndsForEveryRowInOrder() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        secrets(30);
        var simulator = ground.practice(Vendor.DREADNODE).simulator();
        Plan plan = checked(remote);
        AtomicBoolean storm = new AtomicBoolean();
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        Outcome.Ended ended = applied(plan, new Follower() {
            @Override
            public void began(Row row) {
                begun.add(row.key().there());
                if (storm.compareAndSet(false, true)) {
                    simulator.disturb(
                            Collections.nCopies(6, Disturbance.TOO_MANY).toArray(Disturbance[]::new));
                }
            }
        });
        assertEquals(30, ended.tally().done(Action.CREATE));
        List<String> planned =
                plan.ticked().stream().map(row -> row.key().there()).toList();
        assertEquals(
                planned,
                ended.rows().stream().map(row -> row.row().key().there()).toList());
        assertEquals(Set.copyOf(planned), Set.copyOf(begun));
        assertEquals(30, names(Vendor.DREADNODE).size());
    }

    @Test
    void whatIsNotLetInEndsTheLaneAndNoOther() throws Exception {
        Remote one = ground.remote(Vendor.MIXPEEK);
        Remote other = ground.remote(Vendor.DREADNODE);
        secrets(20);
        var simulator = ground.practice(Vendor.MIXPEEK).simulator();
        Outcome.Ended ended = applied(checked(one, other), new Follower() {
            @Override
            public void began(Row row) {
                simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
            }
        });
        assertEquals(20, ended.tally().done(Action.CREATE));
        List<RowResult> refused = ended.rows().stream()
                .filter(row -> row.row().key().remote().equals(one.id()))
                .map(Applied::result)
                .toList();
        assertEquals(20, refused.size());
        RowResult.NotSent first = assertInstanceOf(RowResult.NotSent.class, refused.getFirst());
        assertInstanceOf(Trouble.Unauthorized.class, first.trouble());
        assertEquals(new RowResult.NotTried(new Stop.AtRemote(first.trouble())), refused.getLast());
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }
}
