package dev.lockstep.remote.voximplant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many secrets, created side by side and listed. */
class VoximplantScaleTest {
    @Test
    void threeHundredSecretsAreCreatedSideBySideAndListed() throws Exception {
        create(300);
    }

    @Test
    @Tag("proof")
    void tenThousandSecretsAreCreatedSideBySideAndListed() throws Exception {
        create(10_000);
    }

    private static void create(int size) throws Exception {
        try (Practice here = Practice.with();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            here.simulator.witnessedBy((asked, answered) -> {});
            long begin = System.nanoTime();
            List<Future<String>> created = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String name = "NAME_" + i;
                created.add(executor.submit(() -> here.create(name, "value of " + name)));
            }
            Set<String> ids = new HashSet<>();
            for (Future<String> future : created) {
                ids.add(future.get());
            }
            long made = System.nanoTime();
            created.clear();
            assertEquals(size, ids.size());

            long before = heap();
            long[] seen = {0, before};
            here.vault.list(secret -> {
                assertTrue(ids.remove(secret.id().orElseThrow()));
                if (++seen[0] % 1000 == 0) {
                    seen[1] = Math.max(seen[1], heap());
                }
            });
            long listed = System.nanoTime();
            assertEquals(size, seen[0]);
            if (size > 1000) {
                report(size, made - begin, listed - made, before, seen[1]);
            }
        }
    }

    private static void report(int size, long creating, long listing, long before, long most) {
        java.util.logging.Logger.getLogger(VoximplantScaleTest.class.getName())
                .info(
                        "%d created: %.0f a second; listed in %d ms (garbage collected 10 times in it); heap before %d KiB, at most %d KiB"
                                .formatted(size, size * 1e9 / creating, listing / 1_000_000, before >> 10, most >> 10));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
