package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cli.VaultCommands.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of templates, and where to. */
class InjectCommandTest {
    @TempDir
    Path folder;

    private VaultCommands ground;

    @BeforeEach
    void makeVault() throws Exception {
        Path file = MadeVault.of(
                folder.resolve("a.lockstep"),
                Map.of("Personal", Map.of("A", "one\"'", "Both", "1"), "Acme", Map.of("T", "{{ A }}", "Both", "2")));
        ground = new VaultCommands(file, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        ground.close();
    }

    @Test
    void aTemplateOfStandardInputIsFilledToStandardOutput() {
        Ended ended = ground.run(
                new ScriptedTerminal().descriptor(0, "a={{ A }}\nt={{Acme/T}} lockstep://Personal/Both {{{{x}}}}\n"),
                "inject");

        assertEquals("a=one\"'\nt={{ A }} 1 {{x}}\n", ended.out(), ended.errors());
        assertEquals(0, ended.code());
    }

    @Test
    void theFormIsChosen() {
        assertEquals(
                "\"one\\\"'\"",
                ground.run(new ScriptedTerminal().descriptor(0, "\"{{ A }}\""), "inject", "--mode", "json")
                        .out());
        assertEquals(
                "'one\"'\\'''",
                ground.run(new ScriptedTerminal().descriptor(0, "{{ A }}"), "inject", "--mode", "shell")
                        .out());
    }

    @Test
    void aFileIsWrittenWholeAndForItsOwnerAlone() throws Exception {
        Path template = Files.writeString(folder.resolve("in"), "{{ A }}");
        Path target = folder.resolve("out");

        assertEquals(
                0,
                ground.run("inject", "-i", template.toString(), "-o", target.toString())
                        .code());
        assertEquals("one\"'", Files.readString(target));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));

        Ended again = ground.run("inject", "-i", template.toString(), "-o", target.toString());
        assertEquals(ExitCode.CANNOT_CREATE.number(), again.code());
        assertEquals(
                0,
                ground.run("inject", "-i", template.toString(), "-o", target.toString(), "--replace")
                        .code());
    }

    @Test
    void everyReferenceThatMeansNothingOrTooMuchIsToldAndNothingIsWritten() throws Exception {
        Path template = Files.writeString(folder.resolve("in"), "{{ A }}\n{{ No }}\n\n{{ Both }} {{ X/Y }}");
        Path target = folder.resolve("out");

        Ended ended = ground.run("inject", "-i", template.toString(), "-o", target.toString());

        assertEquals(ExitCode.NOT_FOUND.number(), ended.code());
        assertTrue(ended.errors().contains("Line 2: there is no secret No."), ended.errors());
        assertTrue(ended.errors().contains("Line 4: Both is in several collections"), ended.errors());
        assertTrue(ended.errors().contains("Line 4: there is no secret X/Y"), ended.errors());
        assertFalse(Files.exists(target));
        assertFalse(ended.errors().contains("one"), ended.errors());
    }

    @Test
    void aTerminalShowsValuesOnlyIfThatIsSaid() {
        Ended refused =
                ground.run(new ScriptedTerminal().descriptor(0, "{{ A }}").streams(false, true), "inject");
        assertEquals(ExitCode.USAGE.number(), refused.code());
        assertEquals("", refused.out());
        assertEquals(
                "one\"'",
                ground.run(new ScriptedTerminal().descriptor(0, "{{ A }}").streams(false, true), "inject", "--reveal")
                        .out());
    }

    @Test
    void aBrokenTemplateIsToldByItsLines() {
        Ended ended = ground.run(new ScriptedTerminal().descriptor(0, "ok\n{{ A\n{{}}"), "inject");

        assertEquals(ExitCode.DATA.number(), ended.code());
        assertTrue(ended.errors().contains("Line 2:") && ended.errors().contains("Line 3:"), ended.errors());
    }
}
