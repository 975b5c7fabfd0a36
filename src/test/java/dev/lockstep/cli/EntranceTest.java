package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which vault is meant, and what opens it. */
class EntranceTest {
    @TempDir
    private Path folder;

    private CommandGround ground;

    @BeforeEach
    void aVault() throws Exception {
        ground = CommandGround.create(folder);
    }

    @Test
    void theVaultIsNamedByTheOptionBeforeTheEnvironment() {
        ground.environment()
                .put(Entrance.VAULT, folder.resolve("other.lockstep").toString());
        assertEquals(ExitCode.OK, ground.run("unlock"));

        ground.environment().put(Entrance.VAULT, ground.file().toString());
        ground.fresh().descriptor(9, TestVaults.PASSWORD);
        assertEquals(ExitCode.OK, ground.plain("--password-fd", "9", "unlock"));
    }

    @Test
    void withoutAnyVaultItIsSaidHowToNameOne() {
        assertEquals(ExitCode.USAGE, ground.plain("list"));
        assertTrue(ground.terminal().complained().contains("LOCKSTEP_VAULT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void oneLineEndDoesNotBelongToThePassword(String end) {
        ground.fresh().descriptor(3, TestVaults.PASSWORD + end);

        assertEquals(ExitCode.OK, unlock("--password-fd", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", " ", "\r"})
    void everythingElseBelongsToThePassword(String end) {
        ground.fresh().descriptor(3, TestVaults.PASSWORD + end);

        assertEquals(ExitCode.NO_PERMISSION, unlock("--password-fd", "3"));
    }

    private ExitCode unlock(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "unlock";
        line[1] = "--vault";
        line[2] = ground.file().toString();
        System.arraycopy(options, 0, line, 3, options.length);
        return ground.plain(line);
    }

    @Test
    void whatIsNoTextIsNoPassword() {
        ground.fresh().descriptor(3, new byte[] {(byte) 0xFF}).descriptor(4, new byte[10_000]);

        assertEquals(ExitCode.DATA, unlock("--password-fd", "3"));
        assertEquals(ExitCode.DATA, unlock("--password-fd", "4"));
        assertEquals(ExitCode.INPUT_OUTPUT, unlock("--password-fd", "5"));
    }

    @Test
    void thePasswordIsAskedForOnTheTerminal() {
        ground.fresh().answers(TestVaults.PASSWORD);

        assertEquals(ExitCode.OK, unlock());
        assertEquals("Password of vault: ", ground.terminal().prompts().getFirst());
    }

    @Test
    void withoutATerminalThereIsAClearAnswer() {
        assertEquals(ExitCode.UNAVAILABLE, unlock());
        assertTrue(ground.terminal().complained().contains("--password-fd"));
    }

    @Test
    void aFileThatIsNotThereOrNoVaultIsTold() throws Exception {
        Path other = Files.writeString(folder.resolve("text"), "no vault");

        assertEquals(
                ExitCode.NO_INPUT,
                ground.plain("unlock", "--vault", folder.resolve("no").toString()));
        assertEquals(ExitCode.DATA, ground.plain("unlock", "--vault", other.toString()));
    }

    @Test
    void aNewVaultAsksTwiceAndGivesItsRecoveryCodeToAFile() throws Exception {
        Path file = folder.resolve("new.lockstep");
        Path sheet = folder.resolve("recovery.txt");
        ground.fresh().answers("a long new password", "a long new password");

        assertEquals(
                ExitCode.OK,
                ground.plain("init", "--vault", file.toString(), "--recovery-to", sheet.toString()),
                () -> ground.terminal().complained());

        assertTrue(Files.readString(sheet, StandardCharsets.UTF_8).contains("Vault: new"));
        ground.fresh().descriptor(3, "a long new password");
        assertEquals(ExitCode.OK, ground.plain("unlock", "--vault", file.toString(), "--password-fd", "3"));
    }

    @Test
    void noVaultIsMadeWhoseRecoveryCodeReachesNobody() {
        Path file = folder.resolve("new.lockstep");
        ground.fresh().answers("a long new password", "a long new password");

        assertEquals(ExitCode.USAGE, ground.plain("init", "--vault", file.toString()));
        assertFalse(Files.exists(file));
    }

    @Test
    void noVaultIsMadeWithAShortPasswordOrTwoDifferentOnes() {
        Path file = folder.resolve("new.lockstep");
        String sheet = folder.resolve("recovery.txt").toString();
        for (String second : new String[] {"short", "another password"}) {
            ground.fresh().answers(second.equals("short") ? "short" : "a long new password", second);

            assertEquals(ExitCode.DATA, ground.plain("init", "--vault", file.toString(), "--recovery-to", sheet));
            assertFalse(Files.exists(file));
        }
    }
}
