package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.KilledProcess;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.TestVaults;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two command lines, and a window beside them, that write the same vault at the same time. */
class TwoWritersTest {
    private static final int EACH = 50;

    @TempDir
    private Path folder;

    @Test
    void nothingOfTwoProcessesThatWriteAtOnceIsLost() throws Exception {
        CommandGround ground = CommandGround.create(folder);
        try (OpenVault window = ground.open()) {
            List<Process> writers = List.of(start(ground, "ONE_"), start(ground, "TWO_"));
            for (Process writer : writers) {
                assertEquals("ready", writer.inputReader().readLine());
            }
            for (Process writer : writers) {
                writer.outputWriter().write("go\n");
                writer.outputWriter().flush();
            }
            TestVaults.add(window, "WINDOW", "x");
            for (Process writer : writers) {
                assertEquals("done", rest(writer.inputReader()));
                assertEquals(0, writer.waitFor());
            }
            TestVaults.add(window, "LATER", "x");
            assertEquals(2 * EACH + 2, window.catalog().counts().all());
        }
        try (OpenVault vault = ground.open()) {
            assertTrue(vault.check(Progress.UNTOLD).sound());
            for (String prefix : List.of("ONE_", "TWO_")) {
                for (int i = 0; i < EACH; i++) {
                    Entry found = Search.in(vault, java.util.Optional.empty()).secret(prefix + i);
                    assertEquals("value " + i, TestVaults.text(vault.secrets().peek(found.id())));
                }
            }
        }
    }

    private static Process start(CommandGround ground, String prefix) throws Exception {
        return KilledProcess.start(SetMany.class, ground.file().toString(), prefix, Integer.toString(EACH));
    }

    private static String rest(BufferedReader lines) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line);
        }
        return said.toString();
    }
}
