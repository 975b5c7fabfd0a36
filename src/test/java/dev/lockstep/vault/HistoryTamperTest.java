package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Former values on a real file, in the hands of somebody who can write the file but has no key. What is done to the history of one secret
 * is found by its name; the present values and the histories of the others stay in reach.
 */
class HistoryTamperTest {
    private static final Failure CHANGED = new Failure.SetChanged(Part.HISTORY);
    private static final Failure DAMAGED = new Failure.PartDamaged(Part.HISTORY);

    @TempDir
    private Path folder;

    private Path file;
    private byte[] one;
    private byte[] other;
    private List<History.Version> versions;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("v.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            fill(vault, "ONE");
            fill(vault, "OTHER");
            one = Sample.id(vault, "ONE");
            other = Sample.id(vault, "OTHER");
            versions = vault.history().versions(Sample.entry(vault, "ONE").id());
        }
    }

    private static void fill(OpenVault vault, String name) throws Exception {
        TestVaults.add(vault, name, "value 1");
        for (int i = 2; i <= 4; i++) {
            change(vault, name, "value " + i);
        }
    }

    private static void change(OpenVault vault, String name, String text) throws Exception {
        Entry entry = Sample.entry(vault, name);
        try (SecretValue value = TestVaults.value(text)) {
            vault.secrets().edit(entry, SecretDetails.of(entry), value);
        }
    }

    private void tamper(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            assertEquals(1, Sample.update(connection, sql, arguments));
        }
    }

    private byte[] row(byte[] id, long version) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            return Sample.blob(connection, "SELECT v FROM hist WHERE id = ? AND ver = ?", id, version);
        }
    }

    /** Nothing of the history of ONE is told or shown; everything else is as it was. */
    private void refuses(Failure failure) throws Exception {
        try (OpenVault vault = TestVaults.unlock(file)) {
            Entry entry = Sample.entry(vault, "ONE");
            History history = vault.history();
            assertEquals(failure, failureOf(() -> history.versions(entry.id())));
            long former = versions.get(1).version();
            if (failure.equals(CHANGED)) {
                assertEquals(failure, failureOf(() -> history.reveal(entry.id(), former)));
                assertEquals(
                        failure,
                        failureOf(() ->
                                history.restore(entry.id(), versions.getFirst().version(), former)));
            }
            assertEquals("value 4", Sample.value(vault, "ONE"));
            assertEquals(versions.getFirst(), history.present(entry.id()));
            assertEquals(4, history.versions(Sample.entry(vault, "OTHER").id()).size());
            change(vault, "ONE", "value 5");
            assertEquals("value 5", Sample.value(vault, "ONE"), "a damaged history keeps nobody from a new value");
            assertEquals(failure, failureOf(() -> history.versions(entry.id())), "and does not heal");
        }
    }

    @Test
    void aDeletedFormerValue() throws Exception {
        tamper("DELETE FROM hist WHERE id = ? AND ver = ?", one, versions.get(2).version());
        refuses(CHANGED);
    }

    @Test
    void aPrunedFormerValueThatWasPutBack() throws Exception {
        long version = versions.get(3).version();
        byte[] pruned = row(one, version);
        try (OpenVault vault = TestVaults.unlock(file)) {
            vault.history().keep(2);
            change(vault, "ONE", "value 4");
            vault.history().keep(20);
            versions = vault.history().versions(Sample.entry(vault, "ONE").id());
        }
        tamper("INSERT INTO hist (id, f, ver, v) VALUES (?, 1, ?, ?)", one, version, pruned);
        refuses(CHANGED);
    }

    @Test
    void anOlderFormerValueInPlaceOfANewerOne() throws Exception {
        tamper(
                "UPDATE hist SET v = ? WHERE id = ? AND ver = ?",
                row(one, versions.get(3).version()),
                one,
                versions.get(1).version());
        refuses(CHANGED);
    }

    @Test
    void swappedFormerValues() throws Exception {
        byte[] newer = row(one, versions.get(1).version());
        byte[] older = row(one, versions.get(3).version());
        tamper(
                "UPDATE hist SET v = ? WHERE id = ? AND ver = ?",
                older,
                one,
                versions.get(1).version());
        tamper(
                "UPDATE hist SET v = ? WHERE id = ? AND ver = ?",
                newer,
                one,
                versions.get(3).version());
        refuses(DAMAGED);
    }

    @Test
    void aFormerValueOfAnotherSecret() throws Exception {
        try (Connection connection = Sample.connect(file)) {
            byte[] theirs = Sample.blob(connection, "SELECT v FROM hist WHERE id = ? ORDER BY ver", other);
            assertEquals(
                    1,
                    Sample.update(
                            connection,
                            "UPDATE hist SET v = ? WHERE id = ? AND ver = ?",
                            theirs,
                            one,
                            versions.get(2).version()));
        }
        refuses(CHANGED);
    }

    @Test
    void anAlteredFormerValue() throws Exception {
        byte[] wire = row(one, versions.get(2).version());
        wire[30] ^= 1;
        tamper(
                "UPDATE hist SET v = ? WHERE id = ? AND ver = ?",
                wire,
                one,
                versions.get(2).version());
        refuses(DAMAGED);
    }

    @Test
    void aFormerValueThatIsNoRowAtAll() throws Exception {
        tamper(
                "UPDATE hist SET v = zeroblob(3) WHERE id = ? AND ver = ?",
                one,
                versions.get(2).version());
        try (OpenVault vault = TestVaults.unlock(file)) {
            Entry entry = Sample.entry(vault, "ONE");
            assertEquals(DAMAGED, failureOf(() -> vault.history().versions(entry.id())));
            assertEquals("value 4", Sample.value(vault, "ONE"));
        }
    }

    /** The next version of the value goes to that very place. */
    @Test
    void aRowInTheWayOfTheNextOne() throws Exception {
        tamper(
                "INSERT INTO hist (id, f, ver, v) VALUES (?, 1, ?, ?)",
                one,
                versions.getFirst().version(),
                row(one, versions.get(1).version()));
        try (OpenVault vault = TestVaults.unlock(file)) {
            Entry entry = Sample.entry(vault, "ONE");
            assertEquals(CHANGED, failureOf(() -> vault.history().versions(entry.id())));
            change(vault, "ONE", "value 5");
            assertEquals(5, vault.history().versions(entry.id()).size(), "the genuine row took its place");
            assertEquals(
                    "value 4",
                    TestVaults.text(
                            vault.history().peek(entry.id(), versions.getFirst().version())));
        }
    }
}
