package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that a plan takes from one remote and would send to another: the value of before is never sent after it. */
class PulledFirstTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;
    private Remote team;
    private Remote hooks;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
        Remote added = ground.remote(Vendor.KV_V2);
        team = ground.vault().remotes().conduct(added.id(), new Conduct(false, Direction.TWO_WAY, false));
        hooks = ground.remote(Vendor.HOOKLISTENER);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Plan checked() throws Exception {
        ground.pass(LATER);
        ground.sync().check(List.of(team, hooks), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    private Outcome.Ended applied(Plan plan) throws Exception {
        return assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), Follower.NONE));
    }

    private static Row row(Plan plan, Remote remote) {
        RemoteId at = remote.id();
        return plan.rows(at).getFirst();
    }

    private String atHooks() throws Exception {
        try (RemoteVault open = ground.practice(Vendor.HOOKLISTENER).open()) {
            String id = Act.all(open).getFirst().id().orElseThrow();
            return TestVaults.text(open.valueReader().orElseThrow().read(id));
        }
    }

    @Test
    void whatIsTakenFromOneRemoteIsSentToAnotherByTheNextPlanAlone() throws Exception {
        ground.pushed(team, "ALPHA", "first");
        ground.pass(LATER);
        ground.change(Vendor.KV_V2, SyncGround.there(Vendor.KV_V2, "ALPHA"), "theirs");

        Plan plan = checked();
        assertEquals(Operation.PULL_VERSION, row(plan, team).operation());
        assertEquals(Operation.BLOCKED, row(plan, hooks).operation());
        assertEquals(new Reason.PulledFirst(), row(plan, hooks).reason());
        assertTrue(plan.rows(Filter.OPEN).contains(row(plan, hooks)), "it is among what there is to do");
        Outcome.Ended ended = applied(plan.tick(Filter.ALL, true));
        assertEquals(1, ended.rows().size());
        assertEquals(1, ended.tally().done(Action.PULL_VERSION));

        Plan next = checked();
        assertEquals(Operation.CREATE, row(next, hooks).operation());
        assertEquals(1, applied(next).tally().done(Action.CREATE));
        assertEquals("theirs", atHooks());
    }

    @Test
    void takingWhatIsThereInAConflictHoldsBackWhatWouldBeSentElsewhere() throws Exception {
        Entry secret = ground.pushed(team, "ALPHA", "first");
        ground.own(hooks, secret, "first");
        ground.pass(LATER);
        ground.change(Vendor.KV_V2, SyncGround.there(Vendor.KV_V2, "ALPHA"), "theirs");
        ground.edit(secret.id(), "ours");

        Plan plan = checked();
        assertEquals(Operation.CONFLICT, row(plan, team).operation());
        assertEquals(Operation.UPDATE, row(plan, hooks).operation());
        Plan taking = plan.choose(row(plan, team).key(), Choice.TAKE_REMOTE);
        assertEquals(new Reason.PulledFirst(), row(taking, hooks).reason());
        Plan leaving = taking.tick(row(plan, team).key(), false);
        assertEquals(row(plan, hooks), row(leaving, hooks), "what is not taken holds nothing back");

        assertEquals(1, applied(taking).rows().size());
        assertEquals("first", atHooks());
        Plan next = checked();
        assertEquals(Operation.UPDATE, row(next, hooks).operation());
        applied(next);
        assertEquals("theirs", atHooks());
    }
}
