package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomaticBackupsTest {
    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final AutomaticBackups automatic = new AutomaticBackups(time.background());
    private OpenVault vault;

    @BeforeEach
    void open() throws Exception {
        Vaults vaults = new Vaults(time.withZone(ZoneOffset.UTC), new SecureRandom(), folder.resolve("state"));
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode()) {
            vault = vaults.create(folder.resolve("acme.lockstep"), passphrase, code, TestVaults.CHEAP, "Personal");
        }
        automatic.follow(vault);
    }

    @AfterEach
    void close() {
        automatic.forget();
        vault.close();
    }

    private int backups() throws Exception {
        return vault.backups().list().size();
    }

    @Test
    void oneIsMadeSoonAfterOpeningAndAWhileAfterChanges() throws Exception {
        assertEquals(0, backups());
        time.pass(AutomaticBackups.AFTER_OPENING);
        assertEquals(1, backups());
        time.pass(AutomaticBackups.APART);
        assertEquals(1, backups(), "nothing is new");
        TestVaults.add(vault, "ALPHA", "value");
        TestVaults.add(vault, "BETA", "value");
        assertEquals(1, backups());
        time.pass(AutomaticBackups.QUIET);
        assertEquals(2, backups());
        TestVaults.add(vault, "GAMMA", "value");
        time.pass(AutomaticBackups.QUIET);
        assertEquals(2, backups(), "the newest is too young");
        time.pass(AutomaticBackups.APART);
        assertEquals(3, backups());
        assertEquals(0, time.waiting());
    }

    @Test
    void thatOneFailedIsToldUntilTheNextOneIsMade() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("acme backups"), "a file");
        time.pass(AutomaticBackups.AFTER_OPENING);
        assertTrue(automatic.problemProperty().get().startsWith("No backup made: "));
        Files.delete(inTheWay);
        TestVaults.add(vault, "ALPHA", "value");
        time.pass(AutomaticBackups.QUIET);
        assertEquals("", automatic.problemProperty().get());
        assertEquals(1, backups());
    }

    @Test
    void aVaultThatIsLockedIsNotFollowedAnyMore() {
        automatic.forget();
        assertEquals(0, time.waiting());
        time.pass(Duration.ofDays(1));
        assertEquals("", automatic.problemProperty().get());
    }
}
