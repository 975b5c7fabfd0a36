package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault of format 1 becomes one of format 2 when it is unlocked, or stays as it was. */
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
    void aVaultThatCannotBeWrittenStaysAsItWas() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        byte[] before = Files.readAllBytes(file);
        try (MediumTest.Protection closed = MediumTest.withoutWriting(file)) {
            VaultException refused = assertThrows(VaultException.class, () -> unlock(file));
            assertEquals(new Failure.OlderFormat(), refused.failure());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aWrongPasswordLeavesTheFormatAlone() throws Exception {
        Path file = GoldenVaultTest.copyTo(folder, 1);
        byte[] before = Files.readAllBytes(file);
        try (Passphrase wrong = TestVaults.passphrase("not this one");
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            assertThrows(VaultException.class, () -> locked.unlock(wrong));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
