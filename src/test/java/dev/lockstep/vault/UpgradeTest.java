package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vault of an older format becomes one of the newest when it is unlocked, or stays as it was. */
class UpgradeTest {
    @TempDir
    private Path folder;

    private static OpenVault unlock(Path file) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD);
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    @Test
    void theAuditLogBeginsWithTheUpgradeWhichHappensOnce() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        unlock(file).close();
        try (OpenVault vault = unlock(file)) {
            List<AuditEvent> events = vault.audit().page(1, 100).entries().stream()
                    .map(AuditEntry::event)
                    .toList();
            assertEquals(List.of(AuditEvent.FORMAT_UPGRADED, AuditEvent.UNLOCKED, AuditEvent.UNLOCKED), events);
            assertEquals(List.of(), vault.audit().page(1, 100).damage());
        }
    }

    @Test
    void theHistoryOfAnUpgradedVaultIsWholeAndGoesOn() throws Exception {
        try (OpenVault vault = unlock(GoldenVaultTest.copyTo(folder, 1))) {
            Entry rotated = vault.catalog()
                    .find(new Query(new Query.Scope.All(), "ROTATED", Query.Order.NAME, false))
                    .entry(0)
                    .orElseThrow();
            List<History.Version> versions = vault.history().versions(rotated.id());
            assertEquals(
                    List.of(5, 3, 3),
                    versions.stream().map(History.Version::size).toList());
            Entry restored = vault.history()
                    .restore(
                            rotated.id(),
                            versions.getFirst().version(),
                            versions.getLast().version());
            assertEquals("one", TestVaults.text(vault.secrets().peek(rotated.id())));
            assertEquals(4, restored.versions());
            assertEquals(4, vault.history().versions(rotated.id()).size());
        }
    }

    @Test
    void theAuditLogOfFormat2GoesOnWithTheUpgrade() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, "2-remotes");
        List<AuditEvent> before;
        try (OpenVault vault = unlock(file)) {
            List<AuditEvent> events = events(vault);
            before = events.subList(0, events.size() - 2);
            assertEquals(
                    List.of(AuditEvent.FORMAT_UPGRADED, AuditEvent.UNLOCKED),
                    events.subList(before.size(), events.size()));
            assertEquals(AuditEvent.CREATED, before.getFirst());
            assertEquals(AuditEvent.REMOTE_REMOVED, before.getLast());
            assertEquals(
                    "2 > 3",
                    vault.audit().page(1, 1000).entries().get(before.size()).note());
            assertEquals(List.of(), vault.audit().page(1, 1000).damage());
            Backup backup = vault.backups().list().getFirst();
            assertEquals(Backup.Kind.BEFORE_UPGRADE, backup.kind());
            assertTrue(vault.backups().verify(backup, Progress.UNTOLD).sound());
            vault.remotes().remove(vault.remotes().all().getFirst().id());
            vault.backups().restore(backup, Progress.UNTOLD);
            assertEquals(2, vault.remotes().all().size());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    private static List<AuditEvent> events(OpenVault vault) throws VaultException {
        return vault.audit().page(1, 1000).entries().stream()
                .map(AuditEntry::event)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "kv"})
    void aVaultOfFormat2ThatIsNotAsItWasSavedStaysSo(String table) throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, "2-remotes");
        try (Connection connection = Sample.connect(file)) {
            String key = table.equals("item") ? "id" : "k";
            Sample.update(
                    connection,
                    "DELETE FROM " + table + " WHERE " + key + " = (SELECT min(" + key + ") FROM " + table + ")");
        }
        byte[] before = Files.readAllBytes(file);
        Failure.Part part = table.equals("item") ? Failure.Part.HEADS : Failure.Part.SETTINGS;
        assertEquals(new Failure.SetChanged(part), Sample.failureOf(() -> unlock(file)));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void anOlderCopyOfFormat2IsToldFromTheVaultOfNow() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, "2-remotes");
        byte[] older = Files.readAllBytes(file);
        Vaults vaults = new Computer(folder).vaults;
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD)) {
            vaults.open(file).unlock(passphrase).close();
            Files.write(file, older);
            try (OpenVault vault = vaults.open(file).unlock(passphrase)) {
                assertTrue(vault.rollback().isPresent());
            }
        }
    }

    @Test
    void aDamagedVaultOfFormat2IsRepairedIntoTheNewest() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, "2-remotes");
        try (Connection connection = Sample.connect(file)) {
            Sample.update(connection, "DELETE FROM head WHERE k = 100");
        }
        try (Passphrase passphrase = TestVaults.passphrase(GoldenVault.PASSWORD)) {
            new Computer(folder)
                    .vaults
                    .rescue(file)
                    .repair(new Rescue.WithPassword(Password.of(passphrase)), "Recovered", Progress.UNTOLD);
        }
        try (OpenVault vault = unlock(file)) {
            assertEquals(2, vault.remotes().all().size());
            assertEquals(6, vault.catalog().counts().all());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aVaultThatCannotBeWrittenStaysAsItWas(int format) throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, format);
        byte[] before = Files.readAllBytes(file);
        try (MediumTest.Protection closed = MediumTest.withoutWriting(file)) {
            VaultException refused = assertThrows(VaultException.class, () -> unlock(file));
            assertEquals(new Failure.OlderFormat(), refused.failure());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aWrongPasswordLeavesTheFormatAlone(int format) throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, format);
        byte[] before = Files.readAllBytes(file);
        try (Passphrase wrong = TestVaults.passphrase("not this one");
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            assertThrows(VaultException.class, () -> locked.unlock(wrong));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
