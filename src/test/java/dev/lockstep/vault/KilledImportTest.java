package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it imports leaves every import that it confirmed, and of the next one all or nothing. */
class KilledImportTest {
    private static final int ITEMS = 200;

    @TempDir
    private Path folder;

    /** Imports again and again and says the number of each import once it is confirmed, until it is killed. */
    public static void main(String[] arguments) throws Exception {
        try (OpenVault vault = TestVaults.unlock(Path.of(arguments[0]))) {
            for (int step = Integer.parseInt(arguments[1]); ; step++) {
                List<Importing.Item> items = new ArrayList<>();
                for (int i = 0; i < ITEMS; i++) {
                    items.add(new Importing.Item("S" + step + "_" + i, TestVaults.value("value " + step), ""));
                }
                vault.importing()
                        .write(
                                TestVaults.collection(vault),
                                items,
                                Collections.nCopies(ITEMS, Importing.Choice.ADD),
                                done -> {});
                System.out.println(step);
                items.stream().map(Importing.Item::value).forEach(SecretValue::close);
            }
        }
    }

    private void kill(int times, long seed) throws Exception {
        Path file = Sample.get().in(folder);
        Random random = new Random(seed);
        int confirmed = 0;
        for (int i = 0; i < times; i++) {
            List<String> said = KilledProcess.run(
                    KilledImportTest.class, random.nextInt(80), file.toString(), Integer.toString(confirmed + 1));
            assertTrue(!said.isEmpty());
            confirmed = Integer.parseInt(said.getLast());
            try (OpenVault vault = Sample.get().open(file)) {
                int kept = vault.catalog().counts().all() - 3;
                assertEquals(0, kept % ITEMS, "half an import");
                assertTrue(kept / ITEMS >= confirmed, "a confirmed import is lost");
                confirmed = kept / ITEMS;
                assertEquals("value " + confirmed, Sample.value(vault, "S" + confirmed + "_" + (ITEMS - 1)));
                assertEquals(List.of(), vault.audit().page(1, 10_000).damage());
            }
        }
    }

    @Test
    void twoKills() throws Exception {
        kill(2, 5);
    }

    @Test
    @Tag("proof")
    void aHundredAndFiftyKills() throws Exception {
        kill(150, System.nanoTime());
    }
}
