package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** Prints how long a vault takes to open at best once its key is there: as it is, beside as many remotes as it can have, beside many rows. */
final class RemotesUnlock {
    private static final int TIMES = 100;
    private static final int ROWS = 100_000;
    private static final int AT_ONCE = 10_000;

    private RemotesUnlock() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("remotes");
        Path few = Sample.get().in(folder);
        Path remotes = Files.copy(few, folder.resolve("remotes.lockstep"));
        Path rows = Files.copy(few, folder.resolve("rows.lockstep"));
        addRemotes(remotes);
        addRows(rows);
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i < TIMES; i++) {
            best[0] = Math.min(best[0], nanos(few));
            best[1] = Math.min(best[1], nanos(remotes));
            best[2] = Math.min(best[2], nanos(rows));
        }
        System.out.printf(
                "as it is: %.2f ms, with %d remotes: %.2f ms, with %,d rows: %.2f ms%n",
                best[0] / 1e6, Remote.MAX_NUMBER, best[1] / 1e6, ROWS, best[2] / 1e6);
    }

    private static void addRemotes(Path file) throws Exception {
        try (OpenVault vault = Sample.get().open(file);
                SecretValue key = TestVaults.value("k".repeat(2000))) {
            for (int i = vault.remotes().all().size(); i < Remote.MAX_NUMBER; i++) {
                vault.remotes()
                        .add(
                                TestVaults.collection(vault),
                                TestRemotes.VENDOR,
                                TestRemotes.details("Remote " + i, "place " + i),
                                Map.of("api-key", key));
            }
        }
    }

    private static void addRows(Path file) throws Exception {
        try (OpenVault vault = Sample.get().open(file)) {
            Remote remote = vault.remotes().all().getFirst();
            for (int from = 0; from < ROWS; from += AT_ONCE) {
                int first = from;
                long start = System.nanoTime();
                vault.sync().<Object>change(change -> {
                    for (int row = first; row < first + AT_ONCE; row++) {
                        change.put(remote.id(), TestSync.row(row), new byte[200]);
                    }
                    return "";
                });
                System.out.printf("%,d rows written in %d ms%n", AT_ONCE, (System.nanoTime() - start) / 1_000_000);
            }
            for (int time = 1; time <= 3; time++) {
                long start = System.nanoTime();
                int[] read = {0};
                vault.sync().each(remote.id(), (id, bytes) -> read[0]++);
                System.out.printf("%,d rows read in %d ms%n", read[0], (System.nanoTime() - start) / 1_000_000);
            }
        }
    }

    private static long nanos(Path file) throws Exception {
        LockedVault locked = TestVaults.VAULTS.open(file);
        Keyring keys = TestKeys.of(Sample.get().key(), new SecureRandom());
        long start = System.nanoTime();
        OpenVault vault = locked.unlock(Way.PASSWORD, keys);
        long took = System.nanoTime() - start;
        vault.close();
        return took;
    }
}
