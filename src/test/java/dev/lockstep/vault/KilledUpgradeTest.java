package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it brings a vault to a newer format leaves it whole in the old one or in the new one. */
class KilledUpgradeTest {
    @TempDir
    private Path folder;

    /** Upgrades one copy of a vault of format 1 or 2 after another and says each name before it begins, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        for (int number = 1; ; number++) {
            Path file = Files.createDirectory(folder.resolve(arguments[1] + "-" + number));
            Path copy = GoldenVaultTest.copyTo(file, number % 2 == 0 ? "2-remotes" : "1");
            System.out.println(copy);
            unlock(copy).close();
        }
    }

    /** With the recovery code, which takes no time, so that most of it goes into the upgrade. */
    private static OpenVault unlock(Path file) throws VaultException {
        try (SecretValue code = TestVaults.value(GoldenVault.RECOVERY_CODE);
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            return locked.unlockWithRecoveryCode(code);
        }
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            List<String> begun = KilledProcess.run(
                    KilledUpgradeTest.class, random.nextInt(150), folder.toString(), Integer.toString(i));
            assertTrue(!begun.isEmpty());
            for (String file : begun) {
                requireWhole(Path.of(file));
            }
        }
    }

    private static void requireWhole(Path file) throws Exception {
        try (OpenVault vault = unlock(file)) {
            TreeSet<String> names = new TreeSet<>();
            for (GoldenVault.Golden golden : GoldenVault.secrets()) {
                names.add(golden.details().name());
            }
            assertEquals(
                    names.size(),
                    vault.catalog().counts().all() + vault.catalog().counts().trash());
            Entry rotated = Sample.entry(vault, "ROTATED");
            assertEquals(3, vault.history().versions(rotated.id()).size());
            assertEquals("three", TestVaults.text(vault.secrets().peek(rotated.id())));
            assertEquals(2, vault.drafts().all().size());
            List<AuditEntry> log = vault.audit().page(1, 100).entries();
            assertEquals(
                    1,
                    log.stream()
                            .filter(entry -> entry.event() == AuditEvent.FORMAT_UPGRADED)
                            .count());
            assertTrue(vault.check(Progress.UNTOLD).sound());
            assertEquals(List.of(), vault.audit().page(1, 100).damage());
        }
    }

    @Test
    void twoKills() throws Exception {
        kill(2, 3);
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKills() throws Exception {
        kill(150, System.nanoTime());
    }
}
