package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restoring a backup brings exactly what it holds, keeps the former file, says so, and is no rollback; or it changes nothing. */
class RestoreTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Computer computer;

    @BeforeEach
    void computer() {
        computer = new Computer(folder);
    }

    private static Backup newest(OpenVault vault) throws Exception {
        return vault.backups().list().getFirst();
    }

    /** Makes a backup; then one secret is changed, one added, one removed. */
    private Backup changedSinceBackup(OpenVault vault) throws Exception {
        vault.backups().make(Progress.UNTOLD);
        computer.pass(HOUR);
        Computer.change(vault, "ALPHA", "changed since");
        TestVaults.add(vault, "DELTA", "delta value");
        vault.secrets().trash(List.of(Sample.entry(vault, "GAMMA").id()));
        vault.secrets()
                .deleteForGood(List.of(vault.catalog()
                        .find(new Query(new Query.Scope.Trash(), "", Query.Order.NAME, false))
                        .id(0)));
        computer.pass(HOUR);
        return newest(vault);
    }

    @Test
    void whatWouldChangeIsToldByName() throws Exception {
        try (OpenVault vault = computer.create()) {
            Backup backup = changedSinceBackup(vault);
            Difference difference = vault.backups().compare(backup, Progress.UNTOLD);
            assertEquals(
                    new Difference(
                            new Difference.Part(
                                    List.of(new Difference.Line("GAMMA", "Personal")),
                                    List.of(new Difference.Line("DELTA", "Personal")),
                                    List.of(new Difference.Line("ALPHA", "Personal"))),
                            Difference.Part.NONE),
                    difference);
        }
    }

    @Test
    void whatWouldChangeOfRemotesIsToldToo() throws Exception {
        try (OpenVault vault = computer.create();
                SecretValue other = TestVaults.value("another")) {
            Remote gone = TestRemotes.add(vault, "Gone since", "a");
            Remote credential = TestRemotes.add(vault, "credential", "b");
            Remote paused = TestRemotes.add(vault, "Paused", "c");
            TestRemotes.add(vault, "Same", "d");
            vault.backups().make(Progress.UNTOLD);
            vault.remotes().remove(gone.id());
            vault.remotes().change(credential, credential.details(), Map.of("credentials-json", other), Set.of());
            vault.remotes().pause(paused.id());
            TestRemotes.add(vault, "New", "a");
            Difference difference = vault.backups().compare(newest(vault), Progress.UNTOLD);
            assertFalse(difference.none());
            assertEquals(
                    new Difference(
                            Difference.Part.NONE,
                            new Difference.Part(
                                    List.of(new Difference.Line("Gone since", "Personal")),
                                    List.of(new Difference.Line("New", "Personal")),
                                    List.of(
                                            new Difference.Line("credential", "Personal"),
                                            new Difference.Line("Paused", "Personal")))),
                    difference);
        }
    }

    @Test
    void theVaultGoesOnWithTheBackupAndTheFormerFileIsKept() throws Exception {
        Path kept;
        int[] told = {0};
        try (OpenVault vault = computer.create()) {
            Backup backup = changedSinceBackup(vault);
            vault.onChange(() -> told[0]++);
            kept = vault.backups().restore(backup, Progress.UNTOLD);
            assertTrue(told[0] > 0);
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals("gamma value", Sample.value(vault, "GAMMA"));
            assertEquals(3, vault.catalog().counts().all());
            AuditEntry last = vault.audit().page(1, 100).entries().getLast();
            assertEquals(AuditEvent.BACKUP_RESTORED, last.event());
            assertTrue(last.note().startsWith("2026-11-20T10:00:00Z, "), last.note());
            TestVaults.add(vault, "AFTER", "goes on");
            Backup listed = newest(vault);
            assertEquals(Backup.Kind.BEFORE_RESTORE, listed.kind());
            assertEquals(kept, listed.file());
            assertEquals(
                    vault.backups().compare(listed, Progress.UNTOLD).secrets().back(),
                    List.of(new Difference.Line("DELTA", "Personal")));
        }
        assertEquals(folder.resolve("work before restore 2026-11-20 12-00-00Z.lockstep"), kept);
        try (OpenVault vault = computer.unlock()) {
            assertTrue(vault.rollback().isEmpty(), "a restored backup is no rollback");
            assertEquals("goes on", Sample.value(vault, "AFTER"));
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
        try (OpenVault former = TestVaults.unlock(kept)) {
            assertEquals("changed since", Sample.value(former, "ALPHA"));
            assertEquals("delta value", Sample.value(former, "DELTA"));
        }
        assertEquals(
                List.of("state", "work backups", kept.getFileName().toString(), "work.lockstep"),
                Computer.names(folder));
    }

    @Test
    void theFormerFileCanBeBroughtBackTheSameWay() throws Exception {
        try (OpenVault vault = computer.create()) {
            vault.backups().restore(changedSinceBackup(vault), Progress.UNTOLD);
            computer.pass(HOUR);
            vault.backups().restore(newest(vault), Progress.UNTOLD);
            assertEquals("changed since", Sample.value(vault, "ALPHA"));
            assertEquals("delta value", Sample.value(vault, "DELTA"));
        }
    }

    @Test
    void anOlderFileThatIsHeldBackCanBeLeftForABackup() throws Exception {
        byte[] old;
        try (OpenVault vault = computer.create()) {
            TestVaults.add(vault, "DELTA", "delta value");
        }
        old = Files.readAllBytes(computer.file());
        try (OpenVault vault = computer.unlock()) {
            TestVaults.add(vault, "EPSILON", "epsilon value");
            vault.backups().make(Progress.UNTOLD);
        }
        Files.write(computer.file(), old);
        try (OpenVault vault = computer.unlock()) {
            Rollback rollback = vault.rollback().orElseThrow();
            assertTrue(rollback.counter() < rollback.seenCounter());
            assertTrue(vault.readOnly());
            vault.backups().restore(newest(vault), Progress.UNTOLD);
            assertTrue(vault.rollback().isEmpty());
            assertFalse(vault.readOnly());
            assertEquals("epsilon value", Sample.value(vault, "EPSILON"));
            TestVaults.add(vault, "ZETA", "zeta value");
        }
        try (OpenVault vault = computer.unlock()) {
            assertTrue(vault.rollback().isEmpty());
            assertEquals("zeta value", Sample.value(vault, "ZETA"));
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingChanges() throws Exception {
        try (OpenVault vault = computer.create()) {
            Backup backup = changedSinceBackup(vault);
            byte[] alpha = Sample.id(vault, "ALPHA");
            try (var connection = Sample.connect(backup.file())) {
                Sample.update(connection, "UPDATE val SET v = zeroblob(80) WHERE id = ?", alpha);
            }
            assertEquals(
                    List.of(new CheckFinding(CheckFinding.Kind.VALUE_UNREADABLE, "ALPHA")),
                    vault.backups().verify(backup, Progress.UNTOLD).findings());
            assertEquals(
                    new Failure.CheckFailed(1), failureOf(() -> vault.backups().restore(backup, Progress.UNTOLD)));
            assertEquals("changed since", Sample.value(vault, "ALPHA"));
            assertEquals(1, vault.backups().list().size());
        }
        noDrafts();
    }

    @Test
    void aVaultThatIsOpenElsewhereIsNotReplaced() throws Exception {
        try (OpenVault vault = computer.create();
                OpenVault other = computer.unlock()) {
            Backup backup = changedSinceBackup(vault);
            assertEquals(new Failure.Busy(), failureOf(() -> vault.backups().restore(backup, Progress.UNTOLD)));
            assertEquals("changed since", Sample.value(vault, "ALPHA"));
            assertEquals("changed since", Sample.value(other, "ALPHA"));
            TestVaults.add(other, "OTHERS", "goes on");
            TestVaults.add(vault, "MINE", "goes on too");
            assertEquals("goes on", Sample.value(vault, "OTHERS"));
        }
        noDrafts();
    }

    @Test
    void aRestoreThatIsCalledOffChangesNothing() throws Exception {
        try (OpenVault vault = computer.create()) {
            Backup backup = changedSinceBackup(vault);
            Progress callOff = (done, total) -> Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> vault.backups().restore(backup, callOff));
            assertEquals("changed since", Sample.value(vault, "ALPHA"));
        }
        noDrafts();
    }

    private void noDrafts() throws Exception {
        assertEquals(List.of("state", "work backups", "work.lockstep"), Computer.names(folder));
    }

    private OpenVault unlockGolden(Path file) throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD);
                LockedVault locked = computer.vaults.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    @Test
    void theFileIsKeptAsItIsBeforeAnUpgrade() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        byte[] before = Files.readAllBytes(file);
        try (OpenVault vault = unlockGolden(file)) {
            Backup kept = newest(vault);
            assertEquals(Backup.Kind.BEFORE_UPGRADE, kept.kind());
            assertTrue(vault.backups().verify(kept, Progress.UNTOLD).sound());
            assertEquals(
                    new Failure.OlderFormat(), failureOf(() -> vault.backups().compare(kept, Progress.UNTOLD)));
            for (int save = 0; save < 12; save++) {
                TestVaults.add(vault, "S" + save, "value");
                computer.pass(HOUR);
                vault.backups().make(Progress.UNTOLD);
            }
            assertTrue(Files.exists(kept.file()), "rotation leaves it alone");
            TestVaults.add(vault, "LOST_BY_RESTORE", "value");
            vault.backups().restore(kept, Progress.UNTOLD);
            assertTrue(vault.secrets()
                    .named(TestVaults.collection(vault), "LOST_BY_RESTORE")
                    .isEmpty());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
        Files.write(file, before);
        computer.choose(folder.resolve("unplugged"));
        unlockGolden(file).close();
        assertEquals(
                2,
                Computer.names(folder.resolve(dev.lockstep.store.VaultStore.name(file) + " backups")).stream()
                        .filter(name -> name.contains(" before upgrade "))
                        .count(),
                "where the chosen folder is not there, beside the vault");
    }

    @Test
    void anUpgradeThatCannotKeepTheFormerFileDoesNotHappen() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        byte[] before = Files.readAllBytes(file);
        Files.writeString(folder.resolve(dev.lockstep.store.VaultStore.name(file) + " backups"), "a file");
        assertEquals(new Failure.NoPermission(), failureOf(() -> unlockGolden(file)));
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
