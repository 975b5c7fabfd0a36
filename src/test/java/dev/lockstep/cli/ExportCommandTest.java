package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private CommandGround ground;
    private Path target;

    @BeforeEach
    void make() throws Exception {
        ground = CommandGround.create(folder);
        ground.set("A", "one");
        ground.set("B", "two words");
        target = folder.resolve("out.env");
    }

    @Test
    void valuesGoToStandardOutputOnlyWhereThatIsSaid() {
        assertTrue(
                ground.refused(ExitCode.USAGE, "export", "--format", "dotenv").contains("--reveal"));
        assertEquals("A=one\nB='two words'\n", ground.done("export", "--format", "dotenv", "--reveal"));
        assertEquals("A=\nB=\n", ground.done("export", "--format", "env-example"));
        assertEquals("B='two words'\n", ground.done("export", "--format", "dotenv", "--only", "B*", "--reveal"));
    }

    @Test
    void aFileInTheClearIsWrittenOnlyAfterAYes() throws Exception {
        String file = target.toString();
        assertTrue(ground.refused(ExitCode.USAGE, "export", "--format", "dotenv", "-o", file)
                .contains("--yes"));
        assertFalse(Files.exists(target));
        ground.fresh().answers("n");
        assertEquals(ExitCode.INTERRUPTED, ground.run("export", "--format", "dotenv", "-o", file));
        assertFalse(Files.exists(target));
        ground.done("export", "--format", "dotenv", "-o", file, "--yes");
        assertEquals("A=one\nB='two words'\n", Files.readString(target));
        ground.fresh();
        assertEquals(ExitCode.CANNOT_CREATE, ground.run("export", "--format", "json", "-o", file, "--yes"));
        assertEquals("A=one\nB='two words'\n", Files.readString(target));
    }

    @Test
    void whatAFormatCannotHoldIsNamedAndNothingIsWritten() {
        ground.set("not a variable", "three");
        String told = ground.refused(ExitCode.DATA, "export", "--format", "dotenv", "-o", target.toString(), "--yes");
        assertTrue(told.contains("not a variable: "), told);
        assertFalse(Files.exists(target));
        assertTrue(ground.refused(ExitCode.USAGE, "export", "--format", "kubernetes", "--reveal")
                .contains("--object"));
    }

    @Test
    void aBundleUnderAPassphraseComesBackAsTheSame() throws Exception {
        Path bundle = folder.resolve("out.lockstep-bundle");
        ground.fresh().descriptor(5, "a passphrase of its own\n");
        assertEquals(
                ExitCode.OK,
                ground.run("export", "--format", "bundle", "--passphrase-fd", "5", "-o", bundle.toString()),
                () -> ground.terminal().complained());
        ground.fresh().descriptor(5, "a passphrase of its own\n");
        assertEquals(ExitCode.OK, ground.run("import", bundle.toString(), "--file-password-fd", "5", "--dry-run"));
        assertTrue(
                ground.terminal().said().startsWith("same\tA\t\nsame\tB\t\n"),
                ground.terminal().said());
    }
}
