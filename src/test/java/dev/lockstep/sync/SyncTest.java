package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.practice.LogTrap;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
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
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of applying plans, at every vendor's simulator. */
class SyncTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Plan checked(Remote... remotes) throws Exception {
        ground.sync().check(List.of(remotes), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    private Outcome.Ended applied(Plan plan) throws Exception {
        return applied(plan, Follower.NONE);
    }

    private Outcome.Ended applied(Plan plan, Follower follower) throws Exception {
        return assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), follower));
    }

    private static List<Operation> operations(Plan plan) {
        return plan.rows().stream().map(Row::operation).distinct().toList();
    }

    private static Row row(Plan plan, SecretId secret) {
        return plan.rows().stream()
                .filter(row -> row.key().secret().equals(Optional.of(secret)))
                .findFirst()
                .orElseThrow();
    }

    private Watch watch(Vendor vendor) throws Exception {
        Watch watch = new Watch();
        ground.practice(vendor).simulator().witnessedBy(watch);
        return watch;
    }

    private String value(Vendor vendor, String there) throws Exception {
        try (RemoteVault open = ground.practice(vendor).open()) {
            return TestVaults.text(open.valueReader().orElseThrow().read(id(open, there)));
        }
    }

    private static String id(RemoteVault open, String there) throws Exception {
        return Act.all(open).stream()
                .filter(secret -> secret.name().equals(there))
                .findFirst()
                .flatMap(RemoteSecret::id)
                .orElseThrow();
    }

    private static boolean can(Vendor vendor, Capability capability) {
        return Connections.contract(vendor).can(capability);
    }

    private long count(AuditEvent event) throws Exception {
        long size = ground.vault().audit().size();
        return ground.vault().audit().page(1, (int) size).entries().stream()
                .filter(entry -> entry.event() == event)
                .count();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatIsNotOursIsNeverTouched(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        ground.vault().remotes().conduct(remote.id(), new Conduct(false, Direction.PUSH, true));
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

    private Map<String, RemoteSecret> there(Vendor vendor) throws Exception {
        Map<String, RemoteSecret> there = new HashMap<>();
        try (RemoteVault open = ground.practice(vendor).open()) {
            for (RemoteSecret secret : Act.all(open)) {
                there.put(
                        secret.name(),
                        open.inspector().isPresent()
                                ? open.inspector().get().inspect(secret.id().orElseThrow())
                                : secret);
            }
        }
        return there;
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
        assertEquals(1, there(vendor).size());
    }

    /** The write is done, no answer comes, and nobody is reached any more. */
    private RowResult cutOff(Remote remote, Plan plan) throws Exception {
        Vendor vendor = Vendor.of(remote.vendor()).orElseThrow();
        var simulator = ground.practice(vendor).simulator();
        Outcome.Ended ended = applied(plan, new Follower() {
            @Override
            public void began(Row row) {
                if (vendor == Vendor.KV_V2) {
                    // the login
                    simulator.disturb(Disturbance.STALE_LISTING);
                }
                simulator.disturb(Disturbance.RESET_AFTER);
                simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
            }
        });
        simulator.disturbNoMore();
        assertEquals(1, ended.tally().unknown());
        return ended.rows().getFirst().result();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aLostAnswerIsMadeUpForByALookWhereValuesCanBeRead(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        ground.add("LOST", "lost answer");
        var simulator = ground.practice(vendor).simulator();
        Outcome.Ended ended = applied(checked(remote), new Follower() {
            @Override
            public void began(Row row) {
                if (vendor == Vendor.KV_V2) {
                    simulator.disturb(Disturbance.STALE_LISTING);
                }
                simulator.disturb(Disturbance.RESET_AFTER);
            }
        });
        assertEquals(can(vendor, Capability.READ_VALUE) ? 1 : 0, ended.tally().done(Action.CREATE));
        assertEquals(can(vendor, Capability.READ_VALUE) ? 0 : 1, ended.tally().unknown());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aWriteThatNeverArrivedIsSentAgainOnceAListIsLateEnough(Vendor vendor) throws Exception {
        Remote remote = ground.remote(vendor);
        Entry entry = ground.add("NEVER", "never arrived");
        var simulator = ground.practice(vendor).simulator();
        Outcome.Ended ended = applied(checked(remote), new Follower() {
            @Override
            public void began(Row row) {
                if (vendor == Vendor.KV_V2) {
                    simulator.disturb(Disturbance.STALE_LISTING);
                }
                simulator.disturb(Disturbance.RESET_BEFORE);
            }
        });
        assertEquals(1, ended.tally().unknown());
        assertEquals(Operation.CANNOT_CHECK, row(checked(remote), entry.id()).operation());
        ground.pass(LATER);
        assertEquals(1, applied(checked(remote)).tally().done(Action.CREATE));
    }

    @Test
    void aLockFinishesTheRowInFlightAndWhatIsLeftIsResumed() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        for (int i = 0; i < 40; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch suspending = new CountDownLatch(1);
        Plan plan = checked(remote);
        ground.practice(Vendor.MIXPEEK).simulator().witnessedBy((request, answer) -> {
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
        Outcome.Ended cut = applied(plan);
        int done = cut.tally().done(Action.CREATE);
        assertTrue(done > 0 && done <= 8, cut.tally().toString());
        assertEquals(40 - done, cut.tally().untried());
        assertEquals(0, cut.tally().unknown());
        assertEquals(done, there(Vendor.MIXPEEK).size());

        ground.reopen();
        assertEquals(40 - done, ground.sync().unfinished().orElseThrow().tasks());
        Outcome.Ended rest =
                assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        assertEquals(40 - done, rest.tally().done(Action.CREATE));
        assertEquals(Optional.empty(), ground.sync().unfinished());
        assertEquals(40, there(Vendor.MIXPEEK).size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

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
        assertEquals(1, there(vendor).size());
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
    void aStormOfTooManyEndsForEveryRowInOrder() throws Exception {
        Remote remote = ground.remote(Vendor.DREADNODE);
        for (int i = 0; i < 30; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
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
        assertEquals(30, there(Vendor.DREADNODE).size());
    }

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

    private Remote used(Vendor vendor, Direction direction, boolean deletions) throws Exception {
        return ground.vault().remotes().conduct(ground.remote(vendor).id(), new Conduct(false, direction, deletions));
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
        Remote remote = used(vendor, Direction.TWO_WAY, false);
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

    @Test
    void whatIsNotLetInEndsTheLaneAndNoOther() throws Exception {
        Remote one = ground.remote(Vendor.MIXPEEK);
        Remote other = ground.remote(Vendor.DREADNODE);
        for (int i = 0; i < 20; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
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

    @Test
    void nothingIsSentWhileEverythingIsPaused() throws Exception {
        Remote remote = ground.remote(Vendor.MIXPEEK);
        ground.add("MINE", "mine");
        Plan plan = checked(remote);
        ground.sync().policy(new SyncPolicy(true, 0));
        Watch watch = watch(Vendor.MIXPEEK);
        assertInstanceOf(Outcome.Stale.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
        assertEquals(List.of(), watch.calls());
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

    @Test
    void aLockDoesNotWaitForAVendorThatDoesNotAnswer() throws Exception {
        Remote remote = ground.remote(Vendor.HOOKPULSE);
        for (int i = 0; i < 20; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        Plan plan = checked(remote);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        var simulator = ground.practice(Vendor.HOOKPULSE).simulator();
        simulator.witnessedBy((request, answer) -> {
            if (request.path().contains("add_system_secret")) {
                asked.countDown();
                await(never);
            }
        });
        ground.executor().execute(() -> {
            await(asked);
            ground.sync().suspend(Duration.ofMillis(1));
        });
        Outcome.Ended cut = applied(plan);
        assertTrue(cut.tally().unknown() > 0, cut.tally().toString());
        assertEquals(
                20, cut.tally().unknown() + cut.tally().untried() + cut.tally().failed());
        assertFalse(Thread.currentThread().isInterrupted());

        simulator.witnessedBy((request, answer) -> {});
        never.countDown();
        ground.reopen();
        ground.pass(LATER);
        assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        ground.pass(LATER);
        Plan after = checked(remote);
        assertEquals(List.of(), after.ticked());
        assertFalse(after.rows().stream().anyMatch(row -> row.reason() instanceof Reason.OutcomeUnknown));
        assertEquals(20, there(Vendor.HOOKPULSE).size());
    }
}
