package dev.lockstep.sync.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.remote.Act;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.History;
import dev.lockstep.vault.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffboardingTest {
    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Exposures exposures() throws Exception {
        return Offboarding.of(ground.vault(), Progress.UNTOLD);
    }

    private List<String> names() throws Exception {
        return exposures().all().stream().map(Exposure::name).toList();
    }

    private void reveal(Entry entry) throws Exception {
        ground.vault().secrets().reveal(entry.id()).close();
    }

    private void copy(Entry entry) throws Exception {
        ground.vault().secrets().copy(entry.id()).close();
    }

    @Test
    void whatWasShownOrCopiedSinceItsLastChangeIsListedTheNewestFirst() throws Exception {
        Entry one = ground.add("ONE", "one");
        Entry two = ground.add("TWO", "two");
        ground.add("THREE", "three");
        ground.pass(Duration.ofHours(1));
        reveal(one);
        ground.pass(Duration.ofHours(1));
        copy(two);
        copy(two);
        reveal(two);

        List<Exposure> all = exposures().all();
        assertEquals(List.of("TWO", "ONE"), all.stream().map(Exposure::name).toList());
        Exposure first = all.getFirst();
        assertEquals(List.of(1, 2, 0, 3), List.of(first.revealed(), first.copied(), first.exported(), first.times()));
        assertEquals(ground.clock().instant(), first.last());
        assertEquals(two.valueChanged(), first.since());
        assertFalse(exposures().isDoubtful());
        assertEquals(0, exposures().unnamed());
    }

    @Test
    void aNewValueTakesASecretOffTheList() throws Exception {
        Entry one = ground.add("ONE", "one");
        reveal(one);
        assertEquals(List.of("ONE"), names());
        ground.pass(Duration.ofSeconds(1));
        ground.edit(one.id(), "another");
        assertEquals(List.of(), names());
    }

    @Test
    void aClockThatWentBackHidesNothingThatTheLogTells() throws Exception {
        Entry one = ground.add("ONE", "one");
        ground.pass(Duration.ofHours(-1));
        reveal(one);
        assertEquals(1, exposures().all().getFirst().times());
    }

    @Test
    void newValuesOfManyAtOnceTakeThemOffTheListToo() throws Exception {
        List<SecretId> all = new ArrayList<>();
        Map<SecretId, SecretValue> values = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Entry entry = ground.add("KEY_" + i, "value");
            reveal(entry);
            all.add(entry.id());
            values.put(entry.id(), Act.value("new " + i));
        }
        assertEquals(60, names().size());
        ground.pass(Duration.ofSeconds(1));
        Rotations rotations = ground.sync().rotations();
        rotations.renew(rotations.begin(all).id(), values);
        values.values().forEach(SecretValue::close);
        assertEquals(List.of(), names());
        ground.pass(Duration.ofHours(-1));
        ground.vault().secrets().reveal(all.get(7)).close();
        assertEquals(List.of("KEY_7"), names());
    }

    @Test
    void aFormerValueThatWasShownDoesNotCount() throws Exception {
        Entry one = ground.add("ONE", "one");
        ground.pass(Duration.ofSeconds(1));
        ground.edit(one.id(), "another");
        ground.pass(Duration.ofSeconds(1));
        History history = ground.vault().history();
        long former = one.valueVersion();
        history.reveal(one.id(), former).close();
        history.copy(one.id(), former).close();
        assertEquals(List.of(), names());
        copy(one);
        assertEquals(1, exposures().all().getFirst().times());
    }

    @Test
    void whatIsInTheTrashIsNotListed() throws Exception {
        Entry one = ground.add("ONE", "one");
        reveal(one);
        ground.vault().secrets().trash(List.of(one.id()));
        assertEquals(List.of(), names());
        ground.vault().secrets().restore(List.of(one.id()));
        assertEquals(List.of("ONE"), names());
    }

    @Test
    void aLogThatIsDamagedIsSaidAndTheSecretItselfStillTells() throws Exception {
        Entry one = ground.add("ONE", "one");
        ground.pass(Duration.ofHours(1));
        reveal(one);
        Instant shown = ground.clock().instant();
        long number = ground.vault().audit().size();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + ground.file());
                Statement statement = file.createStatement()) {
            statement.executeUpdate("DELETE FROM audit WHERE seq = " + number);
        }
        Exposures exposures = exposures();
        assertTrue(exposures.damaged());
        assertTrue(exposures.isDoubtful());
        Exposure only = exposures.all().getFirst();
        assertEquals(0, only.times());
        assertEquals(shown, only.last());
    }

    @Test
    void aLongLogIsGoneThroughOnceAndCanBeCalledOff() throws Exception {
        Entry one = ground.add("ONE", "one");
        for (int i = 0; i < 1_200; i++) {
            reveal(one);
        }
        AtomicLong last = new AtomicLong();
        Exposures exposures = Offboarding.of(ground.vault(), (done, total) -> {
            assertTrue(done > last.getAndSet(done));
            assertEquals(total, Math.max(total, done));
        });
        assertEquals(1_200, exposures.all().getFirst().revealed());
        assertEquals(ground.vault().audit().size(), last.get());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, this::exposures);
    }

    @Test
    void theListIsTheStartOfARotation() throws Exception {
        Entry one = ground.add("ONE", "one");
        ground.add("TWO", "two");
        reveal(one);
        List<SecretId> known = exposures().all().stream().map(Exposure::secret).toList();
        Rotation rotation = ground.sync().rotations().begin(known);
        assertEquals(List.of(one.id()), List.copyOf(rotation.secrets()));
        assertEquals(Optional.empty(), rotation.finished());
    }
}
