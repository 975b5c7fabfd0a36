package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a vault as a whole, what is known of remotes comes along, or it is told that it did not. */
class SyncUpkeepTest {
    private static final Map<Long, String> ROWS = Map.of(1L, "first", 2L, "second");
    private static final Failure DAMAGED = new Failure.PartDamaged(Failure.Part.SYNC);
    private static final Failure CHANGED = new Failure.SetChanged(Failure.Part.SYNC);

    @TempDir
    private Path folder;

    private Computer computer;
    private Remote remote;
    private Remote other;
    private byte[] fingerprint;

    @BeforeEach
    void create() throws Exception {
        computer = new Computer(folder);
        try (OpenVault vault = computer.create()) {
            remote = TestRemotes.add(vault, "A", "a");
            other = TestRemotes.add(vault, "B", "b");
            TestSync.put(vault, remote.id(), 1, "first");
            TestSync.put(vault, remote.id(), 2, "second");
            TestSync.put(vault, other.id(), 1, "of the other");
            vault.sync().policy(new SyncPolicy(true));
            fingerprint = fingerprint(vault);
        }
    }

    private byte[] fingerprint(OpenVault vault) throws Exception {
        try (SecretValue value = TestVaults.value("value")) {
            return vault.sync().fingerprints().of(remote.id(), "NAME", value);
        }
    }

    private void requireSame(OpenVault vault) throws Exception {
        assertEquals(ROWS, TestSync.rows(vault, remote));
        assertEquals(Map.of(1L, "of the other"), TestSync.rows(vault, other));
        assertEquals(new SyncPolicy(true), vault.sync().policy());
        assertArrayEquals(fingerprint, fingerprint(vault));
        CheckReport report = vault.check(Progress.UNTOLD);
        assertTrue(report.sound(), report.findings().toString());
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(computer.file())) {
            assertTrue(Sample.update(connection, sql, arguments) > 0);
        }
    }

    private byte[] blob(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(computer.file())) {
            return Sample.blob(connection, sql, arguments);
        }
    }

    /** The group of the remote that has two rows. */
    private byte[] group() throws Exception {
        return blob("SELECT r FROM sync GROUP BY r HAVING count(*) = 2");
    }

    private CheckReport rescue() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            return computer.vaults
                    .rescue(computer.file())
                    .repair(new Rescue.WithPassword(Password.of(passphrase)), "Recovered", Progress.UNTOLD);
        }
    }

    private static Set<CheckFinding> found(CheckReport report) {
        return report.findings().stream().collect(Collectors.toSet());
    }

    private static CheckFinding finding(CheckFinding.Kind kind, long expected, long found) {
        return new CheckFinding(kind, "", expected, found);
    }

    /** Opens all the same, but what is known of remotes is refused, and a check finds it. */
    private void refuses(Failure failure, CheckFinding... findings) throws Exception {
        try (OpenVault vault = computer.unlock()) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals(failure, failureOf(() -> TestSync.rows(vault, remote)));
            assertEquals(failure, failureOf(() -> TestSync.rows(vault, other)));
            assertEquals(Set.of(findings), found(vault.check(Progress.UNTOLD)));
        }
    }

    @Test
    void theyAndTheirFingerprintsOutliveNewKeysTwice() throws Exception {
        for (String password : List.of("the next password", "the one after")) {
            try (OpenVault vault = Doors.byCode(computer.file(), Sample.CODE);
                    Permit permit = vault.keys().permit();
                    Passphrase passphrase = TestVaults.passphrase(password);
                    SecretValue code = TestVaults.value(Sample.CODE)) {
                NewWays next = new NewWays(Password.of(passphrase), code);
                assertTrue(vault.keys().rekey(permit, next, TestVaults.CHEAP, Progress.UNTOLD, () -> true));
            }
            try (OpenVault vault = Doors.byPassword(computer.file(), password)) {
                requireSame(vault);
            }
        }
    }

    @Test
    void aRestoredBackupBringsThemBack() throws Exception {
        try (OpenVault vault = computer.unlock()) {
            vault.backups().make(Progress.UNTOLD);
            computer.pass(Duration.ofHours(1));
            TestSync.put(vault, remote.id(), 1, "changed since");
            vault.remotes().remove(other.id());
            assertTrue(vault.backups()
                    .makeIfChanged(Duration.ZERO, Progress.UNTOLD)
                    .isPresent());
            vault.backups().restore(vault.backups().list().getLast(), Progress.UNTOLD);
            requireSame(vault);
        }
        try (OpenVault vault = computer.unlock()) {
            requireSame(vault);
        }
    }

    @Test
    void aChangedRowIsWorthABackup() throws Exception {
        try (OpenVault vault = computer.unlock()) {
            vault.backups().make(Progress.UNTOLD);
            computer.pass(Duration.ofHours(1));
            assertTrue(vault.backups()
                    .makeIfChanged(Duration.ZERO, Progress.UNTOLD)
                    .isEmpty());
            TestSync.put(vault, remote.id(), 1, "changed since");
            assertTrue(vault.backups()
                    .makeIfChanged(Duration.ZERO, Progress.UNTOLD)
                    .isPresent());
        }
    }

    @Test
    void aRepairKeepsThem() throws Exception {
        change("DELETE FROM head WHERE k = 100");
        rescue();
        try (OpenVault vault = computer.unlock()) {
            requireSame(vault);
        }
    }

    @Test
    void aRepairLosesOnlyTheRowThatDoesNotOpen() throws Exception {
        change(
                "UPDATE sync SET v = zeroblob(300) WHERE r = ? AND k = (SELECT min(k) FROM sync WHERE r = ?)",
                group(),
                group());
        CheckFinding unreadable = finding(CheckFinding.Kind.SYNC_UNREADABLE, 0, 1);
        CheckFinding set = finding(CheckFinding.Kind.SYNC, 3, 3);
        refuses(DAMAGED, unreadable, set);
        assertEquals(Set.of(unreadable, set), found(rescue()));
        try (OpenVault vault = computer.unlock()) {
            assertEquals(1, TestSync.rows(vault, remote).size());
            assertEquals(Map.of(1L, "of the other"), TestSync.rows(vault, other));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aRepairDropsThoseOfARemoteThatIsLost() throws Exception {
        try (OpenVault vault = computer.unlock()) {
            byte[] group = group();
            byte[] key = blob("SELECT k FROM sync WHERE r = ?", group);
            byte[] row = blob("SELECT v FROM sync WHERE r = ? AND k = ?", group, key);
            vault.remotes().remove(remote.id());
            change("INSERT INTO sync VALUES (?, ?, ?)", group, key, row);
        }
        CheckFinding stray = finding(CheckFinding.Kind.SYNC_STRAY, 0, 1);
        CheckFinding set = finding(CheckFinding.Kind.SYNC, 1, 2);
        assertEquals(Set.of(stray, set), found(rescue()));
        try (OpenVault vault = computer.unlock()) {
            assertEquals(Map.of(1L, "of the other"), TestSync.rows(vault, other));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void aMissingRowIsMissed() throws Exception {
        change("DELETE FROM sync WHERE r = ? AND k = (SELECT min(k) FROM sync WHERE r = ?)", group(), group());
        refuses(CHANGED, finding(CheckFinding.Kind.SYNC, 3, 2));
        assertEquals(Set.of(finding(CheckFinding.Kind.SYNC, 3, 2)), found(rescue()));
        try (OpenVault vault = computer.unlock()) {
            assertEquals(1, TestSync.rows(vault, remote).size());
        }
    }

    @Test
    void aFormerRowThatIsPutBackIsNotTaken() throws Exception {
        byte[] key = blob("SELECT min(k) FROM sync");
        byte[] former = blob("SELECT v FROM sync WHERE k = ?", key);
        try (OpenVault vault = computer.unlock()) {
            TestSync.put(vault, remote.id(), 1, "later");
            TestSync.put(vault, remote.id(), 2, "later");
            TestSync.put(vault, other.id(), 1, "later");
        }
        change("UPDATE sync SET v = ? WHERE k = ?", former, key);
        refuses(CHANGED, finding(CheckFinding.Kind.SYNC, 3, 3));
    }

    @Test
    void swappedRowsAreNotTaken() throws Exception {
        change("UPDATE sync SET v = (SELECT v FROM sync o WHERE o.k <> sync.k ORDER BY o.k LIMIT 1)");
        try (OpenVault vault = computer.unlock()) {
            assertEquals(DAMAGED, failureOf(() -> TestSync.rows(vault, remote)));
        }
    }

    @Test
    void aRowUnderAnotherRemoteIsNotTaken() throws Exception {
        byte[] theirs = blob("SELECT r FROM sync WHERE r <> ?", group());
        change("UPDATE sync SET r = ? WHERE k = (SELECT min(k) FROM sync WHERE r = ?)", theirs, group());
        refuses(DAMAGED, finding(CheckFinding.Kind.SYNC_UNREADABLE, 0, 1));
    }

    @Test
    void aRowUnderNoRemoteIsMissed() throws Exception {
        change("UPDATE sync SET r = zeroblob(16) WHERE k = (SELECT min(k) FROM sync WHERE r = ?)", (Object) group());
        refuses(CHANGED, finding(CheckFinding.Kind.SYNC_STRAY, 0, 1));
    }

    @Test
    void rowsThatWereAddedToAVaultWithoutAnyAreNotTaken() throws Exception {
        byte[] group = group();
        byte[] key = blob("SELECT min(k) FROM sync WHERE r = ?", group);
        byte[] row = blob("SELECT v FROM sync WHERE k = ?", key);
        try (OpenVault vault = computer.unlock()) {
            vault.sync().<Object>change(change -> {
                change.delete(remote.id(), TestSync.row(1));
                change.delete(remote.id(), TestSync.row(2));
                change.delete(other.id(), TestSync.row(1));
                return "";
            });
            assertEquals(Map.of(), TestSync.rows(vault, remote));
        }
        change("INSERT INTO sync VALUES (?, ?, ?)", group, key, row);
        refuses(CHANGED, finding(CheckFinding.Kind.SYNC, 0, 1));
    }

    @Test
    void aRemoteWhoseRowsAreDamagedIsNotRemovedBeforeARepair() throws Exception {
        change("UPDATE sync SET v = zeroblob(20)");
        try (OpenVault vault = computer.unlock()) {
            assertEquals(DAMAGED, failureOf(() -> vault.remotes().remove(remote.id())));
            assertEquals(DAMAGED, failureOf(() -> TestSync.put(vault, remote.id(), 1, "over it")));
            vault.repair("Recovered", Progress.UNTOLD);
            vault.remotes().remove(remote.id());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }
}
