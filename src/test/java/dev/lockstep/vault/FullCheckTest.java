package dev.lockstep.vault;

import static dev.lockstep.vault.CheckFinding.Kind.AUDIT;
import static dev.lockstep.vault.CheckFinding.Kind.COLLECTION;
import static dev.lockstep.vault.CheckFinding.Kind.FORMER_CHANGED;
import static dev.lockstep.vault.CheckFinding.Kind.FORMER_SET;
import static dev.lockstep.vault.CheckFinding.Kind.FORMER_UNREADABLE;
import static dev.lockstep.vault.CheckFinding.Kind.MANIFEST;
import static dev.lockstep.vault.CheckFinding.Kind.REMOTE_COLLECTION;
import static dev.lockstep.vault.CheckFinding.Kind.SECRET;
import static dev.lockstep.vault.CheckFinding.Kind.SECRETS;
import static dev.lockstep.vault.CheckFinding.Kind.SETTING;
import static dev.lockstep.vault.CheckFinding.Kind.SETTINGS;
import static dev.lockstep.vault.CheckFinding.Kind.STRUCTURE;
import static dev.lockstep.vault.CheckFinding.Kind.VALUES_SURPLUS;
import static dev.lockstep.vault.CheckFinding.Kind.VALUE_MISSING;
import static dev.lockstep.vault.CheckFinding.Kind.VALUE_REPLACED;
import static dev.lockstep.vault.CheckFinding.Kind.VALUE_UNREADABLE;
import static dev.lockstep.vault.CheckFinding.Kind.WAYS_IN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.TestKeys;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full check names everything that is not as it was saved, with the secret that it befell, and nothing else. */
class FullCheckTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;
    private Path older;
    private byte[] alpha;
    private byte[] beta;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
        older = sample.olderIn(folder);
        try (OpenVault vault = sample.open(file)) {
            alpha = Sample.id(vault, "ALPHA");
            beta = Sample.id(vault, "BETA");
        }
    }

    private CheckReport check() throws Exception {
        try (VaultStore store = VaultStore.openToRead(file);
                Keyring keys = TestKeys.of(sample.key(), new SecureRandom())) {
            return new FullCheck(store, keys, new Pace(Progress.UNTOLD, () -> true)).run(true);
        }
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            assertTrue(Sample.update(connection, sql, arguments) > 0);
        }
    }

    private byte[] former(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(older)) {
            return Sample.blob(connection, sql, arguments);
        }
    }

    private void finds(CheckFinding... expected) throws Exception {
        assertEquals(List.of(expected), check().findings());
    }

    @Test
    void aVaultAsItWasSaved() throws Exception {
        CheckReport report = check();
        assertTrue(report.sound(), report.findings().toString());
        assertEquals(4, report.secrets());
        assertEquals(1, report.formerValues());
        assertTrue(report.counter() > 5);
        file = older;
        assertEquals(3, check().secrets());
    }

    @Test
    void valuesThatAreMissingDamagedOrAnother() throws Exception {
        change("DELETE FROM val WHERE id = ?", alpha);
        finds(new CheckFinding(VALUE_MISSING, "ALPHA"));
        change("UPDATE val SET v = ? WHERE id = ?", former("SELECT v FROM val WHERE id = ?", beta), beta);
        assertEquals(
                java.util.Set.of(new CheckFinding(VALUE_MISSING, "ALPHA"), new CheckFinding(VALUE_REPLACED, "BETA")),
                java.util.Set.copyOf(check().findings()));
        change("UPDATE val SET v = zeroblob(10) WHERE id = ?", beta);
        assertTrue(check().findings().contains(new CheckFinding(VALUE_UNREADABLE, "BETA")));
    }

    @Test
    void valuesThatBelongToNobody() throws Exception {
        change("INSERT INTO val (id, f, v) SELECT zeroblob(16), 1, v FROM val WHERE id = ?", alpha);
        change("INSERT INTO val (id, f, v) SELECT id, 2, v FROM val WHERE id = ?", alpha);
        change("INSERT INTO val (id, f, v) VALUES (x'ffffffffffffffffffffffffffffffffff', 1, x'00')");
        finds(new CheckFinding(VALUES_SURPLUS, "", 0, 3));
    }

    @Test
    void aHeadThatDoesNotOpen() throws Exception {
        byte[] head;
        try (Connection connection = Sample.connect(file)) {
            head = Sample.blob(connection, "SELECT ov FROM item WHERE id = ?", beta);
        }
        head[60] ^= 4;
        change("UPDATE item SET ov = ? WHERE id = ?", head, beta);
        finds(new CheckFinding(SECRET));
    }

    @Test
    void headsThatAreGoneOrPutBack() throws Exception {
        change("UPDATE item SET ov = ? WHERE id = ?", former("SELECT ov FROM item WHERE id = ?", beta), beta);
        List<CheckFinding.Kind> kinds =
                check().findings().stream().map(CheckFinding::kind).toList();
        assertEquals(List.of(VALUE_REPLACED, FORMER_CHANGED, SECRETS), kinds);
        change("DELETE FROM item WHERE id = ?", beta);
        assertEquals(
                List.of(
                        new CheckFinding(VALUES_SURPLUS, "", 0, 1),
                        new CheckFinding(SECRETS, "", 4, 3),
                        new CheckFinding(FORMER_SET, "", 1, 1)),
                check().findings());
    }

    @Test
    void anIdOfTheWrongLength() throws Exception {
        change("UPDATE item SET id = zeroblob(15) WHERE id = ?", alpha);
        assertEquals(
                List.of(SECRET, VALUES_SURPLUS),
                check().findings().stream().map(CheckFinding::kind).toList());
    }

    @Test
    void formerValues() throws Exception {
        change("UPDATE hist SET v = zeroblob(100) WHERE id = ?", beta);
        assertEquals(
                List.of(
                        new CheckFinding(FORMER_UNREADABLE, "BETA"),
                        new CheckFinding(FORMER_CHANGED, "BETA", 1, 1),
                        new CheckFinding(FORMER_SET, "", 1, 1)),
                check().findings());
        change("DELETE FROM hist");
        finds(new CheckFinding(FORMER_CHANGED, "BETA", 1, 0), new CheckFinding(FORMER_SET, "", 1, 0));
    }

    @Test
    void aFormerValueOfNobody() throws Exception {
        change("INSERT INTO hist (id, f, ver, v) SELECT zeroblob(16), f, ver, v FROM hist");
        finds(new CheckFinding(FORMER_SET, "", 1, 2));
    }

    @Test
    void settings() throws Exception {
        change("DELETE FROM kv WHERE k = (SELECT min(k) FROM kv)");
        List<CheckFinding> findings = new ArrayList<>(check().findings());
        assertTrue(findings.remove(new CheckFinding(SETTINGS, "", 6, 5)));
        findings.remove(new CheckFinding(REMOTE_COLLECTION, "Acme"));
        assertTrue(findings.stream().allMatch(finding -> finding.kind() == COLLECTION), findings.toString());
        change("UPDATE kv SET v = zeroblob(90) WHERE k = (SELECT min(k) FROM kv)");
        assertTrue(check().findings().contains(new CheckFinding(SETTING)));
    }

    @Test
    void theManifest() throws Exception {
        change("UPDATE head SET v = zeroblob(200) WHERE k = 100");
        CheckReport report = check();
        assertEquals(List.of(new CheckFinding(MANIFEST)), report.findings());
        assertEquals(4, report.secrets());
        assertEquals(0, report.counter());
        change("DELETE FROM head WHERE k = 100");
        finds(new CheckFinding(MANIFEST));
    }

    @Test
    void waysIn() throws Exception {
        change("DELETE FROM head WHERE k = 2");
        finds(new CheckFinding(WAYS_IN));
    }

    @Test
    void auditEntries() throws Exception {
        change("DELETE FROM audit WHERE seq BETWEEN 2 AND 3");
        change("UPDATE audit SET v = zeroblob(99) WHERE seq = 5");
        finds(new CheckFinding(AUDIT, "", 2, 3), new CheckFinding(AUDIT, "", 5, 5));
    }

    @Test
    void theStructureOfTheFile() throws Exception {
        byte[] bytes = sample.present();
        for (int page = 2; page < bytes.length / 4096; page++) {
            if (bytes[page * 4096] == 10) {
                Arrays.fill(bytes, page * 4096, page * 4096 + 400, (byte) 0x7f);
            }
        }
        java.nio.file.Files.write(file, bytes);
        CheckReport report = check();
        assertEquals(STRUCTURE, report.findings().getFirst().kind());
    }

    @Test
    void aCheckThatIsCalledOffEnds() throws Exception {
        try (OpenVault vault = sample.open(file)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> vault.check(Progress.UNTOLD));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }
}
