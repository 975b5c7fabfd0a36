package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cli.ProgramProcess.Ended;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Password;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A vault that opens only with its password and its key file together; by real processes. */
@DisabledOnOs(OS.WINDOWS)
class KeyFileCommandTest {
    @TempDir
    private Path home;

    private Path keyFile;
    private ProgramProcess lockstep;

    @BeforeEach
    void makeVault() throws Exception {
        Path file = MadeVault.of(home.resolve("a.lockstep"), Map.of("Personal", Map.of("API_KEY", "value")));
        keyFile = made("a key file");
        try (OpenVault vault = TestVaults.unlock(file);
                Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            boolean settled = vault.keys()
                    .changePassword(
                            vault.keys().prove(new Password(passphrase, Optional.empty())),
                            new Password(passphrase, Optional.of(keyFile)),
                            TestVaults.CHEAP);
            assertTrue(settled);
        }
        lockstep = new ProgramProcess(home, file);
    }

    private Path made(String name) throws Exception {
        Path made = home.resolve(name);
        TestVaults.VAULTS.createKeyFile(made);
        return made;
    }

    private void assertRefused(ExitCode code, String words, String... options) throws Exception {
        String[] line = new String[options.length + 1];
        line[0] = "list";
        System.arraycopy(options, 0, line, 1, options.length);

        Ended ended = lockstep.run(line);

        assertEquals(code.number(), ended.code(), ended.errors());
        assertEquals("", ended.out());
        assertTrue(ended.errors().startsWith("lockstep: " + words), ended.errors());
    }

    @Test
    void bothTogetherOpenIt() throws Exception {
        Ended ended = lockstep.run("list", "--key-file", keyFile.toString());

        assertEquals(0, ended.code(), ended.errors());
        assertTrue(ended.out().contains("API_KEY"), ended.out());
        assertEquals("", ended.errors());
    }

    @Test
    void thePasswordAloneIsRefusedWithTheOptionThatIsMissing() throws Exception {
        assertRefused(
                ExitCode.NO_PERMISSION,
                "This vault opens only with its password and its key file together. Name the key file by --key-file.");
    }

    @Test
    void aKeyFileThatIsNotThereIsRefused() throws Exception {
        assertRefused(
                ExitCode.NO_PERMISSION,
                "The key file is missing",
                "--key-file",
                home.resolve("none").toString());
    }

    @Test
    void theKeyFileOfAnotherVaultIsRefused() throws Exception {
        assertRefused(
                ExitCode.NO_PERMISSION,
                "This password and this key file do not open the vault together",
                "--key-file",
                made("another").toString());
    }

    @Test
    void whatIsNoKeyFileIsRefused() throws Exception {
        Path text = Files.writeString(home.resolve("text"), "no key file");

        assertRefused(ExitCode.DATA, "This is not a key file", "--key-file", text.toString());
    }
}
