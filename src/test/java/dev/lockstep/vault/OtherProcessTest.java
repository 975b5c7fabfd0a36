package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that a second process is writing. */
class OtherProcessTest {
    @TempDir
    private Path folder;

    @Test
    void whileAnotherProcessWritesEverythingCanBeReadAndAChangeIsRefusedAsBusy() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        try (OpenVault vault = sample.open(file)) {
            Process writer = WriteHolder.start(file);
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            try (OpenVault second = sample.open(file)) {
                assertEquals("beta value", Sample.value(second, "BETA"));
            }
            assertEquals(new Failure.Busy(), failureOf(() -> TestVaults.add(vault, "NEW", "x")));
            assertEquals(
                    "gamma value",
                    TestVaults.text(
                            vault.secrets().reveal(Sample.entry(vault, "GAMMA").id())));
            assertEquals(3, vault.catalog().counts().all());
            writer.outputWriter().write("\n");
            writer.outputWriter().flush();
            assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
            TestVaults.add(vault, "NEW", "after it ended");
        }
        try (OpenVault vault = sample.open(file)) {
            assertEquals("after it ended", Sample.value(vault, "NEW"));
            assertEquals(4, vault.catalog().counts().all());
        }
    }

    @Test
    void aProcessKilledInTheMiddleOfAChangeLeavesTheVaultAsItWas() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        try (OpenVault vault = sample.open(file)) {
            Process writer = WriteHolder.start(file);
            writer.destroyForcibly().waitFor();
            TestVaults.add(vault, "NEW", "after it died");
            assertEquals(4, vault.catalog().counts().all());
        }
        Process alone = WriteHolder.start(file);
        alone.destroyForcibly().waitFor();
        try (OpenVault vault = sample.open(file)) {
            assertEquals("after it died", Sample.value(vault, "NEW"));
            assertEquals("gamma value", Sample.value(vault, "GAMMA"));
        }
    }
}
