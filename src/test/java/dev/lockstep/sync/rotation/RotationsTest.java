package dev.lockstep.sync.rotation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.practice.Disturbance;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Rotations at the simulators of a vendor whose values can be read, and of one that gives names alone. */
class RotationsTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;
    private Remote readable;
    private Remote silent;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
        readable = ground.remote(Vendor.KV_V2);
        silent = ground.remote(Vendor.MIXPEEK);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Rotations rotations() {
        return ground.sync().rotations();
    }

    private Outcome.Ended applied() throws Exception {
        return applied(Follower.NONE);
    }

    private Outcome.Ended applied(Follower follower) throws Exception {
        ground.pass(LATER);
        check();
        Plan plan = ground.sync().plan(Optional.empty());
        return assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), follower));
    }

    private void check() throws Exception {
        ground.sync().check(ground.vault().remotes().all(), CheckProgress.UNTOLD);
    }

    /** Two secrets that both vendors have. */
    private List<Entry> everywhere() throws Exception {
        List<Entry> entries = List.of(ground.add("ONE", "one"), ground.add("TWO", "two"));
        applied();
        return entries;
    }

    private Rotation begun(List<Entry> entries) throws Exception {
        return rotations().begin(entries.stream().map(Entry::id).toList());
    }

    private Set<SecretId> renewed(Rotation rotation, Map<SecretId, String> texts) throws Exception {
        Map<SecretId, SecretValue> values = new HashMap<>();
        texts.forEach((secret, text) -> values.put(secret, Act.value(text)));
        try {
            return rotations().renew(rotation.id(), values);
        } finally {
            values.values().forEach(SecretValue::close);
        }
    }

    private static Map<Stage, Long> stages(Survey survey) {
        return survey.cells().collect(Collectors.groupingBy(Cell::stage, Collectors.counting()));
    }

    private Stage stage(Rotation rotation, Entry entry, Remote remote) throws Exception {
        return rotations()
                .survey(rotation.id())
                .cells()
                .filter(cell ->
                        cell.secret().equals(entry.id()) && cell.remote().equals(remote.id()))
                .findFirst()
                .orElseThrow()
                .stage();
    }

    private List<String> told(AuditEvent event) throws Exception {
        long size = ground.vault().audit().size();
        return ground.vault().audit().page(1, (int) size).entries().stream()
                .filter(entry -> entry.event() == event)
                .map(entry -> entry.name() + entry.note())
                .toList();
    }

    @Test
    void aRunIsFinishedOnceEveryVendorTookTheNewValues() throws Exception {
        List<Entry> entries = everywhere();
        Rotation rotation = begun(entries);
        assertEquals(Map.of(Stage.OLD, 4L), stages(rotations().survey(rotation.id())));

        renewed(rotation, Map.of(entries.get(0).id(), "one anew"));
        Survey half = rotations().survey(rotation.id());
        assertEquals(List.of("TWO"), half.unrenewed().stream().map(Line::name).toList());
        assertEquals(Map.of(Stage.OLD, 4L), stages(half));
        assertTrue(half.open().stream().noneMatch(Cell::acceptable));

        renewed(rotation, Map.of(entries.get(1).id(), "two anew"));
        assertEquals(4, applied().tally().done(Action.UPDATE));
        Survey done = rotations().survey(rotation.id());
        assertFalse(done.rotation().isOpen());
        assertEquals(Map.of(Stage.VERIFIED, 2L, Stage.ACKNOWLEDGED, 2L), stages(done));
        assertEquals(List.of("ONE", "TWO"), told(AuditEvent.ROTATION_BEGUN));
        assertEquals(List.of("ONE", "TWO"), told(AuditEvent.ROTATION_FINISHED));
        assertEquals(2, told(AuditEvent.VALUE_CHANGED).size());
        assertEquals(
                2,
                ground.vault()
                        .catalog()
                        .entry(entries.get(0).id())
                        .orElseThrow()
                        .versions());
    }

    @Test
    void aRunGoesOnAfterALock() throws Exception {
        List<Entry> entries = everywhere();
        Rotation rotation = begun(entries);
        renewed(rotation, Map.of(entries.get(0).id(), "one anew", entries.get(1).id(), "two anew"));
        ground.reopen();
        assertEquals(List.of(rotation), rotations().all());
        assertEquals(Map.of(Stage.OLD, 4L), stages(rotations().survey(rotation.id())));
        applied();
        assertFalse(rotations().survey(rotation.id()).rotation().isOpen());
        ground.reopen();
        assertFalse(rotations().all().getFirst().isOpen());
    }

    @Test
    void aRemoteThatRefusesKeepsTheRunOpen() throws Exception {
        List<Entry> entries = everywhere();
        Rotation rotation = begun(entries);
        renewed(rotation, Map.of(entries.get(0).id(), "one anew", entries.get(1).id(), "two anew"));
        var simulator = ground.practice(Vendor.MIXPEEK).simulator();
        applied(new Follower() {
            @Override
            public void began(Row row) {
                simulator.disturbAlways(Optional.of(Disturbance.FORBIDDEN));
            }
        });
        Survey open = rotations().survey(rotation.id());
        assertTrue(open.rotation().isOpen());
        assertEquals(Map.of(Stage.VERIFIED, 2L, Stage.OLD, 2L), stages(open));
        assertEquals(Set.of(silent.id()), open.open().stream().map(Cell::remote).collect(Collectors.toSet()));
        assertEquals(open, rotations().accept(rotation.id(), open.open()));

        simulator.disturbNoMore();
        applied();
        assertFalse(rotations().survey(rotation.id()).rotation().isOpen());
    }

    @Test
    void whatNobodyCanLookAtIsDoneOnceTheUserTakesItOnTrust() throws Exception {
        List<Entry> entries = everywhere();
        Rotation rotation = begun(entries.subList(0, 1));
        renewed(rotation, Map.of(entries.get(0).id(), "one anew"));
        var simulator = ground.practice(Vendor.MIXPEEK).simulator();
        applied(new Follower() {
            @Override
            public void began(Row row) {
                if (row.key().remote().equals(silent.id())) {
                    simulator.disturb(Disturbance.RESET_AFTER);
                    simulator.disturbAlways(Optional.of(Disturbance.UNAUTHORIZED));
                }
            }
        });
        simulator.disturbNoMore();
        Survey unknown = rotations().survey(rotation.id());
        assertEquals(Map.of(Stage.VERIFIED, 1L, Stage.OUTCOME_UNKNOWN, 1L), stages(unknown));

        Survey accepted = rotations().accept(rotation.id(), unknown.open());
        assertEquals(Map.of(Stage.VERIFIED, 1L, Stage.ACCEPTED, 1L), stages(accepted));
        assertFalse(accepted.rotation().isOpen());
        assertEquals(
                List.of("ONE" + silent.name() + ": " + unknown.open().getFirst().there()),
                told(AuditEvent.ROTATION_ACCEPTED));
        ground.reopen();
        assertEquals(stages(accepted), stages(rotations().survey(rotation.id())));

        ground.edit(entries.get(0).id(), "yet another");
        assertEquals(
                Map.of(Stage.OLD, 1L, Stage.OUTCOME_UNKNOWN, 1L),
                stages(rotations().survey(rotation.id())));
    }

    @Test
    void whatTheVendorGivesNoWayToUpdateCanBeTakenOnTrust() throws Exception {
        Remote stubborn = ground.remote(Vendor.HOOKPULSE);
        Entry entry = everywhere().getFirst();
        Map<String, String> settings = new HashMap<>(stubborn.details().settings());
        settings.put("update", "off");
        RemoteDetails details = stubborn.details();
        ground.vault()
                .remotes()
                .change(
                        stubborn,
                        new RemoteDetails(
                                details.name(), details.place(), details.mapping(), details.prefix(), settings),
                        Map.of(),
                        stubborn.credentials());
        Rotation rotation = begun(List.of(entry));
        assertTrue(rotations().survey(rotation.id()).open().stream().noneMatch(Cell::acceptable));
        renewed(rotation, Map.of(entry.id(), "one anew"));
        applied();
        List<Cell> open = rotations().survey(rotation.id()).open();
        assertEquals(List.of(Stage.OLD), open.stream().map(Cell::stage).toList());
        assertTrue(open.getFirst().blocked());
        assertFalse(rotations().accept(rotation.id(), open).rotation().isOpen());
    }

    @Test
    void whatSomebodyElseChangedIsLeftToDo() throws Exception {
        List<Entry> entries = everywhere();
        Rotation rotation = begun(entries);
        ground.pass(LATER);
        ground.change(Vendor.KV_V2, SyncGround.there(Vendor.KV_V2, "ONE"), "theirs");
        ground.delete(Vendor.MIXPEEK, SyncGround.there(Vendor.MIXPEEK, "TWO"));
        ground.pass(LATER);
        check();
        renewed(rotation, Map.of(entries.get(0).id(), "one anew", entries.get(1).id(), "two anew"));
        assertEquals(Stage.CHANGED_ELSEWHERE, stage(rotation, entries.get(0), readable));
        assertEquals(Stage.OLD, stage(rotation, entries.get(0), silent));
        assertEquals(Stage.OLD, stage(rotation, entries.get(1), readable));
        assertEquals(Stage.MISSING, stage(rotation, entries.get(1), silent));
    }

    @Test
    void withoutARemoteTheNewValueIsAllThereIs() throws Exception {
        Entry entry = ground.add("ALONE", "one");
        Rotation rotation = begun(List.of(entry));
        assertTrue(rotations().survey(rotation.id()).rotation().isOpen());
        assertEquals(Set.of(entry.id()), renewed(rotation, Map.of(entry.id(), "one")));
        assertEquals(1, ground.vault().catalog().entry(entry.id()).orElseThrow().versions());
        assertEquals(Set.of(), renewed(rotation, Map.of(entry.id(), "anew")));
        Survey survey = rotations().survey(rotation.id());
        assertEquals(0, survey.cells().count());
        assertFalse(survey.rotation().isOpen());
    }

    @Test
    void aFormerValueThatIsTakenBackIsNoNewOne() throws Exception {
        Entry entry = ground.add("BACK", "one");
        Rotation rotation = begun(List.of(entry));
        ground.edit(entry.id(), "another");
        ground.edit(entry.id(), "one");
        assertEquals(1, rotations().survey(rotation.id()).unrenewed().size());
    }

    @Test
    void givingUpLeavesTheValuesAsTheyAre() throws Exception {
        Entry entry = ground.add("ONE", "one");
        Rotation rotation = begun(List.of(entry));
        renewed(rotation, Map.of(entry.id(), "anew"));
        rotations().giveUp(rotation.id());
        assertEquals(List.of(), rotations().all());
        assertEquals(List.of("ONE"), told(AuditEvent.ROTATION_GIVEN_UP));
        assertEquals("anew", TestVaults.text(ground.vault().sync().value(entry.id())));
        VaultException gone =
                assertThrows(VaultException.class, () -> rotations().survey(rotation.id()));
        assertEquals(new Failure.Gone(), gone.failure());
    }

    /** Does something when it is first looked into. */
    private static final class Meanwhile<T> extends AbstractList<T> {
        private final List<T> all;
        private final Executable what;
        private boolean done;

        private Meanwhile(List<T> all, Executable what) {
            this.all = all;
            this.what = what;
        }

        @Override
        public T get(int index) {
            if (!done) {
                done = true;
                assertDoesNotThrow(what);
            }
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private SyncGround elsewhere() throws Exception {
        return ground.closing(SyncGround.elsewhere(ground.file(), ground.clock().instant()));
    }

    private Survey trashed(Rotation rotation, Entry entry) throws Exception {
        ground.vault().secrets().trash(List.of(entry.id()));
        return rotations().survey(rotation.id());
    }

    @Test
    void whatAnotherProcessGaveUpMeanwhileStaysGivenUp() throws Exception {
        Entry entry = everywhere().getFirst();
        Rotation rotation = begun(List.of(entry));
        Survey survey = trashed(rotation, entry);
        SyncGround other = elsewhere();
        List<Cell> cells =
                new Meanwhile<>(survey.open(), () -> other.sync().rotations().giveUp(rotation.id()));
        VaultException gone =
                assertThrows(VaultException.class, () -> rotations().accept(rotation.id(), cells));
        assertEquals(new Failure.Gone(), gone.failure());
        assertEquals(List.of(), rotations().all());
        assertEquals(List.of(), told(AuditEvent.ROTATION_ACCEPTED));
    }

    @Test
    void whatAnotherProcessAcceptedMeanwhileStaysAccepted() throws Exception {
        Entry entry = everywhere().getFirst();
        Rotation rotation = begun(List.of(entry));
        Survey survey = trashed(rotation, entry);
        SyncGround other = elsewhere();
        List<Cell> cells = new Meanwhile<>(
                survey.open().subList(0, 1),
                () -> other.sync()
                        .rotations()
                        .accept(rotation.id(), survey.open().subList(1, 2)));
        assertFalse(rotations().accept(rotation.id(), cells).rotation().isOpen());
    }

    @Test
    void aRunThatAnotherProcessGaveUpMeanwhileTakesNoNewValue() throws Exception {
        Entry entry = ground.add("ONE", "one");
        Rotation rotation = begun(List.of(entry));
        SyncGround other = elsewhere();
        try (SecretValue value = Act.value("anew")) {
            Map<SecretId, SecretValue> values = new HashMap<>(Map.of(entry.id(), value)) {
                private static final long serialVersionUID = 1;

                @Override
                public Set<SecretId> keySet() {
                    assertDoesNotThrow(() -> other.sync().rotations().giveUp(rotation.id()));
                    return super.keySet();
                }
            };
            assertThrows(VaultException.class, () -> rotations().renew(rotation.id(), values));
        }
        assertEquals("one", TestVaults.text(ground.vault().sync().value(entry.id())));
    }

    @Test
    void aSecretInTheTrashNeedsNoNewValue() throws Exception {
        List<Entry> entries = everywhere();
        Entry alone = ground.add("ALONE", "one");
        Rotation rotation = begun(List.of(entries.getFirst(), alone));
        ground.vault().secrets().trash(List.of(entries.getFirst().id(), alone.id()));
        Survey survey = rotations().survey(rotation.id());
        assertEquals(List.of(), survey.unrenewed());
        assertEquals(2, survey.open().size());
        assertFalse(rotations().accept(rotation.id(), survey.open()).rotation().isOpen());
        VaultException refused =
                assertThrows(VaultException.class, () -> rotations().begin(List.of(alone.id())));
        assertEquals(new Failure.ChangedMeanwhile(), refused.failure());
    }

    @Test
    void aNewValueMovesTheDayByWhichTheNextIsDue() throws Exception {
        Entry entry = ground.add("DUE", "one");
        LocalDate today = LocalDate.now(ground.clock());
        ground.vault().secrets().edit(entry, SecretDetails.of(entry).withRotateBy(Optional.of(today.plusDays(30))));
        ground.pass(Duration.ofDays(20));
        Rotation rotation = begun(List.of(entry));
        renewed(rotation, Map.of(entry.id(), "anew"));
        assertEquals(
                Optional.of(today.plusDays(50)),
                ground.vault().catalog().entry(entry.id()).orElseThrow().rotateBy());
    }

    @Test
    void severalRunsStandBesideEachOtherAndOldOnesThatAreFinishedGo() throws Exception {
        Entry entry = ground.add("ONE", "one");
        Rotation open = begun(List.of(ground.add("OPEN", "stays")));
        for (int i = 0; i <= Rotations.FINISHED_KEPT; i++) {
            ground.pass(Duration.ofMinutes(1));
            Rotation rotation = begun(List.of(entry));
            renewed(rotation, Map.of(entry.id(), "value " + i));
            assertFalse(rotations().survey(rotation.id()).rotation().isOpen());
        }
        List<Rotation> all = rotations().all();
        assertEquals(open, all.getFirst());
        assertEquals(1 + Rotations.FINISHED_KEPT, all.size());
        assertEquals(all, rotations().surveys().stream().map(Survey::rotation).toList());
    }

    @Test
    void aRotationThatALaterVersionWroteIsKept() throws Exception {
        byte[] later = {2, 0, 0};
        ground.vault().sync().<Object>change(change -> {
            change.rotation(change.newId(), later);
            return "";
        });
        assertEquals(List.of(), rotations().surveys());
        ground.reopen();
        assertEquals(1, ground.vault().sync().rotations().size());
        assertTrue(ground.vault().check(Progress.UNTOLD).sound());
    }
}
