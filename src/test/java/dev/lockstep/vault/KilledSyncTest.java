package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes what it knows of remotes leaves every change that it confirmed, and of the next one all or nothing. */
class KilledSyncTest {
    private static final int ROWS = 20;

    @TempDir
    private Path folder;

    /** Makes one change after another and says the number of each once it is confirmed, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (OpenVault vault = TestVaults.unlock(Path.of(arguments[0]))) {
            for (int step = Integer.parseInt(arguments[1]); ; step++) {
                change(vault, step);
                System.out.println(step);
            }
        }
    }

    /** Every row says the step, one that said it before goes or comes, and a secret comes or gets a value from the remote. */
    private static void change(OpenVault vault, int step) throws Exception {
        Remote remote = vault.remotes().all().getFirst();
        try (SecretValue value = TestVaults.value("value " + step)) {
            vault.sync().<Object>change(change -> {
                for (int row = 0; row < ROWS; row++) {
                    change.put(remote.id(), TestSync.row(row), Sample.utf8("step " + step));
                }
                if (step % 2 == 0) {
                    change.delete(remote.id(), TestSync.row(ROWS));
                    change.replace(remote.id(), Sample.entry(vault, "S" + (step - 1)), value);
                } else {
                    change.put(remote.id(), TestSync.row(ROWS), Sample.utf8("odd"));
                    change.create(remote.id(), SecretDetails.named(TestVaults.collection(vault), "S" + step), value);
                }
                return "";
            });
        }
    }

    private static SortedMap<Long, String> expected(int step) {
        SortedMap<Long, String> rows = new TreeMap<>();
        for (int row = 0; row < ROWS; row++) {
            rows.put((long) row, "step " + step);
        }
        if (step % 2 == 1) {
            rows.put((long) ROWS, "odd");
        }
        return rows;
    }

    private static int last(OpenVault vault) throws Exception {
        SortedMap<Long, String> rows =
                TestSync.rows(vault, vault.remotes().all().getFirst());
        return Integer.parseInt(rows.get(0L).substring("step ".length()));
    }

    private void kill(int times, long seed) throws Exception {
        Path file = Sample.get().in(folder);
        try (OpenVault vault = Sample.get().open(file)) {
            change(vault, 1);
        }
        Random random = new Random(seed);
        int confirmed = 1;
        for (int i = 0; i < times; i++) {
            List<String> said = KilledProcess.run(
                    KilledSyncTest.class, random.nextInt(120), file.toString(), Integer.toString(confirmed + 1));
            assertTrue(!said.isEmpty());
            confirmed = Integer.parseInt(said.getLast());
            try (OpenVault vault = Sample.get().open(file)) {
                int kept = last(vault);
                assertTrue(kept == confirmed || kept == confirmed + 1, kept + " after " + confirmed);
                confirmed = kept;
                requireWhole(vault, kept);
            }
        }
    }

    private static void requireWhole(OpenVault vault, int step) throws Exception {
        assertEquals(expected(step), TestSync.rows(vault, vault.remotes().all().getFirst()));
        int odd = step - (step + 1) % 2;
        assertEquals("value " + step, Sample.value(vault, "S" + odd));
        assertTrue(vault.secrets()
                .named(TestVaults.collection(vault), "S" + (odd + 2))
                .isEmpty());
        CheckReport report = vault.check(Progress.UNTOLD);
        assertTrue(report.sound(), report.findings().toString());
    }

    @Test
    void threeKills() throws Exception {
        kill(3, 9);
    }

    @Test
    @Tag("proof")
    void threeHundredKills() throws Exception {
        kill(300, System.nanoTime());
    }
}
