package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it makes backups and restores them leaves whole files, and every confirmed change in one of them. */
class KilledBackupTest {
    @TempDir
    private Path folder;

    /** Every look at the clock is a minute later, so that file names never run out. */
    private static Vaults vaults(Path folder, long from) {
        Instant[] now = {Instant.parse("2026-11-20T10:00:00Z").plusSeconds(from * 100_000)};
        InstantSource source = () -> now[0] = now[0].plusSeconds(60);
        return new Vaults(source.withZone(ZoneOffset.UTC), new SecureRandom(), folder.resolve("state"));
    }

    private static OpenVault unlock(Path file, long from) throws Exception {
        try (var passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                LockedVault locked = vaults(file.getParent(), from).open(file)) {
            return locked.unlock(passphrase);
        }
    }

    /** Adds a secret, says so, makes a backup or goes back to one, and so on, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        int step = Integer.parseInt(arguments[1]);
        try (OpenVault vault = unlock(Path.of(arguments[0]), step)) {
            for (; ; step++) {
                TestVaults.add(vault, "S" + step, "value " + step);
                System.out.println(step);
                if (step % 3 == 2) {
                    Backup oldest = vault.backups().list().getLast();
                    vault.backups().restore(oldest, Progress.UNTOLD);
                } else {
                    vault.backups().make(Progress.UNTOLD);
                }
            }
        }
    }

    private List<Path> vaultFiles(Path beside) throws Exception {
        try (Stream<Path> all = Files.walk(beside)) {
            return all.filter(file -> file.toString().endsWith(Vaults.SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private boolean holds(Path file, int step) throws Exception {
        try (OpenVault vault = Sample.get().open(file)) {
            CheckReport report = vault.check(Progress.UNTOLD);
            assertTrue(report.sound(), file + ": " + report.findings());
            var found = vault.secrets().named(TestVaults.collection(vault), "S" + step);
            if (found.isEmpty()) {
                return false;
            }
            assertEquals("value " + step, TestVaults.text(vault.secrets().peek(found.get())));
            return true;
        }
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            Path own = Files.createDirectory(folder.resolve("round " + i));
            Path file = Sample.get().in(own);
            List<String> said = KilledProcess.run(
                    KilledBackupTest.class, random.nextInt(600), file.toString(), Integer.toString(3 * i));
            assertTrue(!said.isEmpty());
            int confirmed = Integer.parseInt(said.getLast());
            boolean found = false;
            for (Path each : vaultFiles(own)) {
                found |= holds(each, confirmed);
            }
            assertTrue(found, "S" + confirmed + " is lost");
            try (OpenVault vault = unlock(file, 3L * i + 90_000)) {
                assertTrue(vault.rollback().isEmpty(), "a kill is no rollback");
                assertTrue(vault.catalog().counts().all() >= 3);
            }
        }
    }

    @Test
    void twoKills() throws Exception {
        kill(2, 7);
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKills() throws Exception {
        kill(150, System.nanoTime());
    }
}
