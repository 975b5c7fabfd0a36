package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Private pages that are never given back are seen in the map of the process: each stands apart from ordinary memory there. */
@EnabledOnOs(OS.LINUX)
class LeftoverMemoryTest {
    private static final int ROUNDS = 200;

    @TempDir
    private Path folder;

    private interface Opening {
        void run() throws Exception;
    }

    private static long mappings() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.count();
        }
    }

    private static void leavesNothing(Opening opening) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            opening.run();
        }
        long before = mappings();
        for (int i = 0; i < ROUNDS; i++) {
            opening.run();
        }
        long more = mappings() - before;
        assertTrue(more < ROUNDS / 2, more + " mappings more after " + ROUNDS + " vaults");
    }

    @Test
    void aClosedVaultLeavesNoPageBehind() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        leavesNothing(() -> {
            try (OpenVault vault = sample.open(file)) {
                assertEquals("ALPHA", Sample.entry(vault, "ALPHA").name());
            }
        });
    }

    @Test
    void aVaultThatDoesNotOpenLeavesNoPageBehind() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        int at = sample.present().length;
        do {
            byte[] damaged = sample.present();
            at -= 97;
            damaged[at] ^= 1;
            Files.write(file, damaged);
        } while (!refused(sample, file));
        leavesNothing(() -> assertTrue(refused(sample, file)));
    }

    /** Whether a part of the vault does not open under its key. */
    private static boolean refused(Sample sample, Path file) {
        try (OpenVault vault = sample.open(file)) {
            return false;
        } catch (VaultException e) {
            return e.failure() instanceof Failure.PartDamaged;
        }
    }
}
