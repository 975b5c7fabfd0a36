package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves: the file and a log beside it, which may be cut or damaged. It opens as one of the states that were confirmed, or not. */
class LogTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;
    private Path log;
    private byte[] main;
    private byte[] written;

    @BeforeEach
    void crash() throws Exception {
        sample = Sample.get();
        Path origin = sample.in(folder);
        try (OpenVault vault = sample.open(origin)) {
            for (int i = 1; i <= 5; i++) {
                TestVaults.add(vault, "STEP_" + i, "step " + i);
            }
            main = Files.readAllBytes(origin);
            written = Files.readAllBytes(folder.resolve("sample.lockstep-wal"));
        }
        file = folder.resolve("crashed.lockstep");
        log = folder.resolve("crashed.lockstep-wal");
    }

    /** The number of steps that are there, all whole and none out of order; -1 if the vault says what is wrong with it. */
    private int steps(byte[] left) throws Exception {
        Files.deleteIfExists(folder.resolve("crashed.lockstep-shm"));
        Files.write(file, main);
        Files.write(log, left);
        try (OpenVault vault = sample.open(file)) {
            int steps = vault.catalog().counts().all() - 3;
            for (int i = 1; i <= steps; i++) {
                assertEquals("step " + i, Sample.value(vault, "STEP_" + i));
            }
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            return steps;
        } catch (VaultException e) {
            boolean named = switch (e.failure()) {
                case Failure.FileDamaged ok -> true;
                case Failure.PartDamaged ok -> true;
                case Failure.SetChanged ok -> true;
                case Failure.NotAVault ok -> true;
                default -> false;
            };
            assertTrue(named, e.failure().toString());
            return -1;
        }
    }

    @Test
    void aWholeLogIsReadAndFoldedIntoTheFile() throws Exception {
        assertEquals(5, steps(written));
        assertTrue(Files.notExists(log));
        try (OpenVault vault = sample.open(file)) {
            assertEquals("step 5", Sample.value(vault, "STEP_5"));
        }
    }

    @Test
    void aLogThatIsCutShowsAnEarlierStateThatWasConfirmed() throws Exception {
        Set<Integer> seen = new HashSet<>();
        int before = 0;
        for (int length = 0; length < written.length; length += 1024) {
            int steps = steps(Arrays.copyOf(written, length));
            assertTrue(steps >= before, "at " + length);
            before = steps;
            seen.add(steps);
        }
        assertEquals(Set.of(0, 1, 2, 3, 4), seen);
    }

    @Test
    void aDamagedLogShowsAStateThatWasConfirmedOrIsRefused() throws Exception {
        Random random = new Random(512);
        Set<Integer> seen = new HashSet<>();
        for (int round = 0; round < 300; round++) {
            byte[] damaged = written.clone();
            damaged[round < 60 ? round : random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            seen.add(steps(damaged));
        }
        assertTrue(seen.containsAll(List.of(0, 1, 2, 3, 4)), seen.toString());
    }

    @Test
    void aLogOfAnotherVaultIsNotTakenForThisOnes() throws Exception {
        Path other = folder.resolve("other.lockstep");
        byte[] foreign;
        try (OpenVault vault = TestVaults.create(other)) {
            TestVaults.add(vault, "THEIRS", "theirs");
            foreign = Files.readAllBytes(folder.resolve("other.lockstep-wal"));
        }
        assertEquals(-1, steps(foreign));
    }
}
