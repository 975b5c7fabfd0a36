package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.DesktopSession;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A vault that is opened with the key that a real Secret Service keeps; by real processes. */
@EnabledOnOs(OS.LINUX)
class KeystoreCommandTest {
    private static final String OTHER_KEY = "00112233445566778899aabbccddeeff".repeat(2);

    @TempDir
    private Path home;

    private String id;
    private String key;
    private String list;
    private DesktopSession session;

    @BeforeEach
    void makeVault() throws Exception {
        Path file = MadeVault.of(home.resolve("a.lockstep"), Map.of("Personal", Map.of("API_KEY", "value")));
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            id = HexFormat.of().formatHex(locked.id().bytes());
        }
        try (OpenVault vault = TestVaults.unlock(file);
                Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue kept = vault.keys().newKeystoreKey()) {
            key = kept.use(HexFormat.of()::formatHex);
            assertTrue(vault.keys()
                    .allowKeystore(vault.keys().prove(new Password(passphrase, Optional.empty())), kept));
        }
        list = new ProgramProcess(home, file).line("list", "--keystore") + " 2>&1; echo \"code $?\"";
        session = new DesktopSession(Files.createDirectory(home.resolve("session")));
    }

    private static void requireKeyring() {
        assumeTrue(DesktopSession.isPossible(), () -> "needs " + DesktopSession.PROGRAMS);
    }

    private static void assertRefused(ExitCode code, String words, List<String> said) {
        assertEquals("code " + code.number(), said.getLast(), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.startsWith("lockstep: " + words)), said.toString());
        assertTrue(said.stream().noneMatch(line -> line.contains("API_KEY")), said.toString());
    }

    @Test
    void theKeyOfTheKeyringOpensItWithoutThePassword() throws Exception {
        requireKeyring();

        List<String> said =
                session.unlocked().trial("store:" + id + ":" + key).shell(list).run();

        assertEquals("code 0", said.getLast(), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("API_KEY")), said.toString());
    }

    @Test
    void aKeyringWithoutAKeyForThisVaultIsRefused() throws Exception {
        requireKeyring();

        assertRefused(
                ExitCode.NO_PERMISSION,
                "The system's keystore has no key for this vault",
                session.unlocked().shell(list).run());
    }

    @Test
    void aKeyThatIsNotOfThisVaultIsRefused() throws Exception {
        requireKeyring();

        List<String> said = session.unlocked()
                .trial("store:" + id + ":" + OTHER_KEY)
                .shell(list)
                .run();

        assertRefused(ExitCode.NO_PERMISSION, "The key that the system's keystore has does not open this vault", said);
    }

    @Test
    void aKeyringThatStaysLockedIsRefused() throws Exception {
        requireKeyring();

        List<String> said = session.unlocked()
                .trial("store:" + id + ":" + key)
                .lock()
                .shell(list)
                .run();

        assertRefused(ExitCode.UNAVAILABLE, "The system did not give leave to use its keystore", said);
    }

    @Test
    void withoutASecretServiceItIsRefused() throws Exception {
        assertRefused(
                ExitCode.UNAVAILABLE,
                "The system's keystore cannot be used now",
                session.shell(list).runWithoutBus());
    }
}
