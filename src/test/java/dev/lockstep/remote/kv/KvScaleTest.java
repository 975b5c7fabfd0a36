package dev.lockstep.remote.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.practice.KvQuirk;
import dev.lockstep.remote.RemoteVault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many secrets, created side by side and listed. */
class KvScaleTest {
    private static final long SEED = 4;

    @Test
    void hundredsOfSecretsAreCreatedSideBySideAndListed() throws Exception {
        assertTrue(run(300, KvQuirk.PAGES).length() > 0);
        assertTrue(run(300).length() > 0);
    }

    @Test
    @Tag("proof")
    void tenThousandSecretsAreCreatedSideBySideAndListed() throws Exception {
        System.out.println("OpenBao: " + run(10_000, KvQuirk.PAGES));
        System.out.println("HashiCorp Vault: " + run(10_000));
    }

    private static String run(int count, KvQuirk... quirks) throws Exception {
        try (Bench bench = new Bench(quirks)) {
            bench.server.witnessedBy((asked, answered) -> {});
            RemoteVault vault = bench.openAsRole();
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, count).boxed().toList());
            Collections.shuffle(order, new Random(SEED));
            List<Callable<Object>> calls = order.stream()
                    .map(i -> (Callable<Object>) () -> Bench.create(vault, name(i), "value " + i))
                    .toList();
            long begun = System.nanoTime();
            for (var done : bench.threads().invokeAll(calls)) {
                done.get();
            }
            long created = System.nanoTime() - begun;

            long before = heap();
            AtomicInteger listed = new AtomicInteger();
            long most = before;
            begun = System.nanoTime();
            vault.list(secret -> listed.incrementAndGet());
            long took = System.nanoTime() - begun;
            most = Math.max(most, heap());
            assertEquals(count, listed.get());
            assertEquals(
                    IntStream.range(0, count).mapToObj(KvScaleTest::name).collect(Collectors.toSet()),
                    Bench.names(vault).stream().collect(Collectors.toSet()));
            assertEquals("value 7", Bench.read(vault, name(7)));
            assertEquals(1, bench.server.logins());
            return "%d created at %.0f requests/s; listed in %d ms; heap %d KiB before, %d KiB after"
                    .formatted(
                            count, count * 1e9 / created, Duration.ofNanos(took).toMillis(), before >> 10, most >> 10);
        }
    }

    private static String name(int i) {
        return i % 10 == 0 ? "folder%d/KEY_%d".formatted(i % 70, i) : "KEY_" + i;
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
