package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing secret is shown, taken or told by accident. */
class SafetyTest {
    private static final String CANARY = "sk_live_canary";

    @TempDir
    private Path folder;

    private CommandGround ground;

    @BeforeEach
    void aVaultWithASecret() throws Exception {
        ground = CommandGround.create(folder);
        ground.set("KEY", CANARY);
    }

    @Test
    void aValueIsGivenNeitherToATerminalNorToAPipeWithoutBeingAskedFor() {
        ground.refused(ExitCode.USAGE, "get", "KEY");
        ground.fresh().streams(true, true);

        assertEquals(ExitCode.USAGE, ground.run("get", "KEY"));
        assertFalse(ground.terminal().said().contains(CANARY));
    }

    @Test
    void nothingIsAskedForBeforeSecretsMayBeInMemory() {
        ScriptedTerminal terminal = new ScriptedTerminal();
        List<Integer> askedBefore = new ArrayList<>();
        Program program = CommandGround.program(
                terminal, Map.of(), () -> askedBefore.add(terminal.prompts().size()));

        program.run(List.of("list", "--vault", ground.file().toString()));

        assertEquals(List.of(0), askedBefore);
        assertEquals(1, terminal.prompts().size());
    }

    @Test
    void noCommandRunsIfItsMemoryCannotBeProtected() {
        ScriptedTerminal terminal = new ScriptedTerminal();
        Program program = CommandGround.program(terminal, Map.of(), () -> {
            throw new IllegalStateException("made up");
        });

        assertThrows(
                IllegalStateException.class,
                () -> program.run(List.of("list", "--vault", ground.file().toString())));
        assertEquals(List.of(), terminal.prompts());
    }

    @Test
    void noOtherCommandShowsAValue() {
        for (String[] command : new String[][] {
            {"list"},
            {"list", "--json"},
            {"get", "KEY", "--json"},
            {"history", "KEY"},
            {"audit"},
            {"verify"},
            {"unlock"}
        }) {
            assertFalse(ground.done(command).contains(CANARY), command[0]);
        }
    }

    @Test
    void onATerminalAValueEndsItsLineAndNothingSteersIt() {
        ground.fresh().streams(true, true);
        assertEquals(ExitCode.OK, ground.run("get", "KEY", "--reveal"));
        assertEquals(CANARY + "\n", ground.terminal().said());

        for (String steering : List.of("\u001b[2J", "a\rb", "\u009b31m", "\u007f")) {
            ground.set("STEERING", steering);
            ground.fresh().streams(true, true);
            assertEquals(ExitCode.DATA, ground.run("get", "STEERING", "--reveal"));
            assertEquals("", ground.terminal().said());
        }
    }

    @Test
    void namesAreLegibleOnATerminalAndExactElsewhere() {
        ground.set("a\u001b[31mb", "x");

        assertEquals("Personal\ta\u001b[31mb\n", ground.done("list", "a"));
        ground.fresh().streams(true, true);
        assertEquals(ExitCode.OK, ground.run("list", "a"));
        assertEquals("Personal\ta\u2039U+001B\u203A[31mb\n", ground.terminal().said());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set KEY sk_live_canary",
                "get sk_live_canary sk_live_canary",
                "list --password-fd sk_live_canary",
                "unlock --password sk_live_canary",
                "unlock --password=sk_live_canary",
                "generate --recipe sk_live_canary"
            })
    void whatStandsInTheWrongPlaceIsNotRepeated(String line) {
        ground.fresh();

        assertEquals(ExitCode.USAGE, ground.plain(line.split(" ")));
        assertFalse(ground.terminal().complained().contains(CANARY));
        assertTrue(ground.terminal().complained().startsWith("lockstep: "));
    }

    @Test
    void anArgumentIsNoFileOfArguments() throws Exception {
        Path file = Files.writeString(folder.resolve("arguments"), "--reveal");
        ground.fresh();

        assertEquals(ExitCode.USAGE, ground.run("get", "KEY", "@" + file));
    }

    @Test
    void standardInputGivesNotBothPasswordAndValue() {
        ground.fresh().descriptor(0, TestVaults.PASSWORD);

        assertEquals(
                ExitCode.USAGE,
                ground.plain("set", "KEY", "--vault", ground.file().toString(), "--password-fd", "0"));
    }

    @Test
    void aValueThatIsTooLargeIsRefusedWhole() {
        ground.fresh().descriptor(0, new byte[(1 << 20) + 1]);

        assertEquals(ExitCode.DATA, ground.run("set", "KEY"));
        assertEquals(CANARY, ground.done("get", "KEY", "--reveal"));
    }
}
