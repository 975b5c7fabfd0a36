package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Copying a value, with a clipboard program that keeps what it is given in a file. */
@DisabledOnOs(OS.WINDOWS)
class ClipboardTest {
    @TempDir
    private Path folder;

    private CommandGround ground;
    private Path kept;

    @BeforeEach
    void aVaultAndAClipboard() throws Exception {
        ground = CommandGround.create(folder);
        ground.set("KEY", "copied value");
        kept = folder.resolve("kept");
        ground.environment().put("PATH", "relative:" + folder);
        ground.environment().put("DISPLAY", ":7");
    }

    /** @param afterwards what happens once something was put there */
    private void install(String afterwards) throws Exception {
        Path program = Files.writeString(
                folder.resolve("xclip"),
                "#!/bin/sh\nif [ \"$3\" = -o ]; then cat '%1$s'; else cat > '%1$s'; %2$s; fi\n"
                        .formatted(kept, afterwards));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aValueLeavesTheClipboardAfterAWhile() throws Exception {
        install("cp '%s' '%s.first'".formatted(kept, kept));

        String said = ground.done("get", "KEY", "--copy", "--clear-after", "1");

        assertEquals("", Files.readString(kept));
        assertFalse(said.contains("copied value"));
    }

    @Test
    void whatSomebodyElseCopiedMeanwhileStays() throws Exception {
        install("printf other > '%s'".formatted(kept));

        ground.done("get", "KEY", "--copy", "--clear-after", "1");

        assertEquals("other", Files.readString(kept));
    }

    @Test
    void withoutClearingTheValueStays() throws Exception {
        install(":");

        ground.done("get", "KEY", "--copy", "--clear-after", "0");

        assertEquals("copied value", Files.readString(kept));
    }

    @Test
    void withoutAClipboardNothingIsOpened() {
        ground.refused(ExitCode.UNAVAILABLE, "get", "KEY", "--copy");
    }

    @Test
    void aProgramThatFailsIsTold() throws Exception {
        install("exit 3");

        ground.refused(ExitCode.UNAVAILABLE, "get", "KEY", "--copy");
    }
}
