package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.settings.Checks;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen to at remotes while a vault is open, with vendors' simulators and a clock that the test moves. */
class RemoteCareTest {
    private final ManualTime time = new ManualTime();
    private final RemoteCare care = new RemoteCare(time.background());
    private SyncGround ground;
    private ScheduledChecks checks;
    private Checks wanted = new Checks(15);

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
        checks = new ScheduledChecks(time.background(), ground.clock(), () -> wanted, care);
    }

    @AfterEach
    void close() throws Exception {
        lock();
        ground.close();
    }

    private void unlocked() {
        care.follow(ground.vault(), ground.sync());
        checks.follow(ground.vault(), ground.sync());
    }

    private void lock() {
        checks.forget();
        care.forget();
    }

    private void minutes(int count) {
        for (int i = 0; i < count; i++) {
            ground.pass(Duration.ofMinutes(1));
            time.pass(Duration.ofMinutes(1));
        }
    }

    private String badge() {
        return AttentionWords.of(care.concernsProperty().get().values()).brief();
    }

    private Watch watch(Vendor vendor) throws Exception {
        Watch watch = new Watch();
        ground.practice(vendor).simulator().witnessedBy(watch);
        return watch;
    }

    @Test
    void aVaultWithoutRemotesIsNotLookedAt() throws Exception {
        unlocked();
        ground.add("ALPHA", "value");
        time.pass(RemoteCare.AFTER_OPENING.plus(RemoteCare.CALM));
        assertEquals(Map.of(), care.concernsProperty().get());
        assertEquals(1, time.waiting(), "nothing but the minute of the checks");
    }

    @Test
    void whatSomebodyElseDidIsFoundByItselfAndToldInFewWords() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(remote, "ALPHA", "value");
        Entry beta = ground.pushed(remote, "BETA", "value");
        ground.pass(Duration.ofMinutes(3));
        ground.change(Vendor.HOOKLISTENER, "ALPHA", "theirs");
        Watch watch = watch(Vendor.HOOKLISTENER);
        unlocked();
        assertEquals("", badge());

        minutes(20);

        assertEquals("1 changed elsewhere", badge());
        assertEquals(watch.calls().size(), watch.count("GET"), "a check only reads");
        ground.delete(Vendor.HOOKLISTENER, "BETA");
        minutes(20);
        assertEquals("1 remote needs attention", badge());
        assertEquals(
                "1 changed elsewhere\n1 missing there",
                AttentionWords.of(care.concernsProperty().get().values()).whole());
        ground.vault().secrets().trash(List.of(beta.id()));
        minutes(1);
        assertEquals("1 changed elsewhere", badge(), "what is in the trash here may be missing there");
    }

    @Test
    void nothingIsAskedUnlessThatIsChosen() throws Exception {
        wanted = new Checks(Checks.NEVER);
        ground.pushed(ground.remote(Vendor.HOOKLISTENER), "ALPHA", "value");
        Watch watch = watch(Vendor.HOOKLISTENER);
        unlocked();
        minutes(120);
        assertEquals(List.of(), watch.calls());
    }

    @Test
    void nothingIsAskedWhileAllIsPausedNorOfARemoteThatIs() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(remote, "ALPHA", "value");
        Watch watch = watch(Vendor.HOOKLISTENER);
        ground.sync().policy(new SyncPolicy(true));
        unlocked();
        minutes(60);
        assertEquals(List.of(), watch.calls());

        ground.sync().policy(new SyncPolicy(false));
        ground.vault().remotes().pause(remote.id());
        minutes(60);
        assertEquals(List.of(), watch.calls());
    }

    @Test
    void aCheckByTheUserCountsAndALockEndsAll() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(remote, "ALPHA", "value");
        unlocked();
        minutes(2);
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        Watch watch = watch(Vendor.HOOKLISTENER);
        minutes(14);
        assertEquals(List.of(), watch.calls());
        minutes(2);
        assertEquals(1, watch.count("GET"));

        lock();

        assertEquals(0, time.waiting());
        minutes(60);
        assertEquals(1, watch.count("GET"));
    }

    @Test
    void checksThatFindNothingNewWriteOneRowAndPushOutNoBackup() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKLISTENER);
        for (int i = 0; i < 20; i++) {
            ground.pushed(remote, "KEY_" + i, "value " + i);
        }
        ground.pass(Duration.ofMinutes(3));
        ground.check(remote);
        AutomaticBackups backups = new AutomaticBackups(time.background());
        backups.follow(ground.vault());
        unlocked();
        minutes(20);
        assertEquals(1, ground.vault().backups().list().size());
        RemoteLedger before = ground.ledgers().load(remote.id());

        minutes(120);

        RemoteLedger after = ground.ledgers().load(remote.id());
        assertTrue(after.head().shows(before.head().complete().orElseThrow().plus(Duration.ofHours(1))));
        assertEquals(before.lines(), after.lines());
        assertEquals(1, ground.vault().backups().list().size(), "there is nothing new to keep");
        ground.change(Vendor.HOOKLISTENER, "KEY_7", "theirs");
        minutes(60);
        assertEquals(2, ground.vault().backups().list().size(), "what a check found is kept");
        backups.forget();
    }

    @Test
    void noCheckBeginsWhileAPlanIsApplied() throws Exception {
        Remote hooks = ground.remote(Vendor.HOOKLISTENER);
        ground.pushed(hooks, "ALPHA", "value");
        Remote mixpeek = ground.remote(Vendor.MIXPEEK);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answering = new CountDownLatch(1);
        ground.check(hooks);
        ground.check(mixpeek);
        Plan plan = ground.sync().plan(Optional.empty());
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((request, answer) -> {
            if (request.method().equals("POST")) {
                asked.countDown();
                CutShort.await(answering);
            }
        });
        unlocked();
        minutes(2);
        Future<Outcome> applying =
                ground.executor().submit(() -> ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
        asked.await();
        Watch watch = watch(Vendor.HOOKLISTENER);
        minutes(60);
        assertEquals(List.of(), watch.calls());

        answering.countDown();
        assertInstanceOf(Outcome.Ended.class, applying.get());
        minutes(2);
        assertEquals(1, watch.count("GET"), "it is made up for");
    }

    @Test
    void pausingAllEndsChecksUntilItIsOver() throws Exception {
        ground.pushed(ground.remote(Vendor.HOOKLISTENER), "ALPHA", "value");
        Watch watch = watch(Vendor.HOOKLISTENER);
        unlocked();
        minutes(40);
        long before = watch.count("GET");
        assertTrue(before > 0, "checks are made");

        ground.sync().policy(new SyncPolicy(true));
        minutes(60);
        assertEquals(before, watch.count("GET"));

        ground.sync().policy(new SyncPolicy(false));
        minutes(2);
        assertEquals(before + 1, watch.count("GET"));
    }

    @Test
    void thatNobodyIsReachedIsToldToNobodyAndTriedAsSeldom() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKLISTENER, "http://127.0.0.1:1");
        ground.add("ALPHA", "value");
        unlocked();
        minutes(40);

        assertEquals("", badge());
        assertTrue(care.concernsProperty().get().values().stream()
                .allMatch(concern -> concern.failed().isPresent()));
        assertEquals(
                remote.id(), care.concernsProperty().get().keySet().iterator().next());
    }

    @Test
    void whatWasCutShortIsToldUntilItIsResumedOrLeft() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        for (int i = 0; i < 40; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        CutShort.apply(ground, remote);
        int done;
        try (RemoteVault there = ground.practice(Vendor.MIXPEEK).open()) {
            done = Act.all(there).size();
        }
        assertTrue(done > 0, "a row in flight came to its end");
        unlocked();
        assertEquals(Optional.empty(), care.cutShortProperty().get());
        time.pass(RemoteCare.AFTER_OPENING);
        assertEquals(
                Optional.of(new RemoteCare.CutShort(40 - done, 0)),
                care.cutShortProperty().get());

        ground.sync().resume(OptionalInt.empty(), Follower.NONE);
        time.pass(RemoteCare.CALM);
        assertEquals(Optional.empty(), care.cutShortProperty().get());
    }

    @Test
    void whatWasCutShortCanWaitUntilTheNextUnlock() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        for (int i = 0; i < 40; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        CutShort.apply(ground, remote);
        unlocked();
        time.pass(RemoteCare.AFTER_OPENING);
        care.later();
        ground.add("OTHER", "value");
        time.pass(RemoteCare.CALM);
        assertEquals(Optional.empty(), care.cutShortProperty().get());

        lock();
        unlocked();
        time.pass(RemoteCare.AFTER_OPENING);
        assertTrue(care.cutShortProperty().get().isPresent());
        ground.sync().abandon();
        time.pass(RemoteCare.CALM);
        assertEquals(Optional.empty(), care.cutShortProperty().get());
    }
}
