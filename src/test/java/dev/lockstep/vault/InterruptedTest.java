package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads that are cancelled: a step is done or not done, and the vault goes on. */
class InterruptedTest {
    @TempDir
    private Path folder;

    @AfterEach
    void clear() {
        Thread.interrupted();
    }

    @Test
    void creatingLeavesAWholeVaultOrNothing() throws Exception {
        Path file = folder.resolve("new.lockstep");
        Thread.currentThread().interrupt();
        Failure failure = failureOf(() -> TestVaults.create(file));
        assertTrue(Thread.interrupted());
        assertEquals(new Failure.InputOutput(), failure);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        TestVaults.create(file).close();
        TestVaults.unlock(file).close();
    }

    @Test
    void anInterruptedChangeIsConfirmedOrFailsAndTheNextOneWorks() throws Exception {
        Sample sample = Sample.get();
        Path file = sample.in(folder);
        try (OpenVault vault = sample.open(file)) {
            Thread.currentThread().interrupt();
            TestVaults.add(vault, "INTERRUPTED", "confirmed all the same");
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertTrue(Thread.interrupted());
            TestVaults.add(vault, "NEXT", "works");
        }
        Thread.currentThread().interrupt();
        assertEquals(new Failure.InputOutput(), failureOf(() -> sample.open(file)));
        assertTrue(Thread.interrupted());
        try (OpenVault vault = sample.open(file)) {
            assertEquals("confirmed all the same", Sample.value(vault, "INTERRUPTED"));
            assertEquals("works", Sample.value(vault, "NEXT"));
        }
    }
}
