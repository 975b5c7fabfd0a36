package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment loses nothing that it confirmed. */
class KillTest {
    @TempDir
    private Path folder;

    private int confirmed;

    /** Adds and edits secrets and says the number of each step once it is confirmed, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (OpenVault vault = TestVaults.unlock(Path.of(arguments[0]))) {
            for (int step = Integer.parseInt(arguments[1]); ; step++) {
                try (SecretValue value = TestVaults.value("value " + step)) {
                    if (step % 3 == 2) {
                        Entry entry = Sample.entry(vault, "S" + (step - 1));
                        vault.secrets().edit(entry, SecretDetails.of(entry).withName("S" + step), value);
                    } else {
                        vault.secrets().add(SecretDetails.named(TestVaults.collection(vault), "S" + step), value);
                    }
                }
                System.out.println(step);
            }
        }
    }

    private void killAfter(Path file, int millis) throws IOException, InterruptedException {
        List<String> said = KilledProcess.run(KillTest.class, millis, file.toString(), Integer.toString(confirmed + 1));
        for (String line : said) {
            confirmed = Integer.parseInt(line);
        }
    }

    private void requireConfirmed(Path file) throws Exception {
        try (OpenVault vault = Sample.get().open(file)) {
            if (vault.secrets()
                    .named(TestVaults.collection(vault), "S" + (confirmed + 1))
                    .isPresent()) {
                confirmed++;
            }
            int kept = 0;
            for (int step = 1; step <= confirmed; step++) {
                boolean renamed = step % 3 == 1 && step < confirmed;
                if (!renamed) {
                    assertEquals("value " + step, Sample.value(vault, "S" + step));
                    kept++;
                }
            }
            assertEquals(kept + 3, vault.catalog().counts().all());
        }
    }

    private void kill(int times, long seed) throws Exception {
        Path file = Sample.get().in(folder);
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            int before = confirmed;
            killAfter(file, random.nextInt(120));
            assertTrue(confirmed > before);
            requireConfirmed(file);
        }
    }

    @Test
    void nothingConfirmedIsLostInThreeKills() throws Exception {
        kill(3, 1);
    }

    @Test
    @Tag("proof")
    void nothingConfirmedIsLostInThreeHundredKills() throws Exception {
        kill(300, System.nanoTime());
    }
}
