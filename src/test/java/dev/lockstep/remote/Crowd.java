package dev.lockstep.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many secrets, created by many threads and listed again. */
public final class Crowd {
    private final RemoteVault vault;
    private final IntFunction<String> names;
    private final List<Integer> order = new ArrayList<>();

    public Crowd(RemoteVault vault, int many, long seed, IntFunction<String> names) {
        this.vault = vault;
        this.names = names;
        for (int i = 0; i < many; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, new Random(seed));
    }

    /** Creates all of them, as many at once as the vault lets through. */
    public Duration create(ExecutorService executor) throws Exception {
        Instant begun = Instant.now();
        List<Future<RemoteSecret>> made = new ArrayList<>();
        for (int number : order) {
            made.add(executor.submit(() -> {
                try (SecretValue value = Act.value("value number " + number)) {
                    return vault.create(NewSecret.of(names.apply(number), value));
                }
            }));
        }
        for (Future<RemoteSecret> one : made) {
            one.get();
        }
        return Duration.between(begun, Instant.now());
    }

    /** Lists them and makes sure that each is there once. */
    public void list() throws RemoteException {
        Set<String> expected = new HashSet<>();
        order.forEach(number -> expected.add(names.apply(number)));
        AtomicInteger count = new AtomicInteger();
        vault.list(secret -> {
            expected.remove(secret.name());
            count.incrementAndGet();
        });
        assertEquals(Set.of(), expected);
        assertEquals(order.size(), count.get());
    }

    /** Creates and lists them and tells what it took. */
    public String measured(ExecutorService executor) throws Exception {
        Duration creating = create(executor);
        long before = heap();
        Instant begun = Instant.now();
        AtomicInteger count = new AtomicInteger();
        long[] during = new long[1];
        vault.list(secret -> {
            if (count.incrementAndGet() == order.size()) {
                during[0] = heap();
            }
        });
        Duration listing = Duration.between(begun, Instant.now());
        long after = heap();
        assertEquals(order.size(), count.get());
        return "%s: %d created in %d ms (%d a second); listed in %d ms; heap %d KiB before, %d KiB at the last, %d KiB after"
                .formatted(
                        vault,
                        order.size(),
                        creating.toMillis(),
                        order.size() * 1000L / Math.max(1, creating.toMillis()),
                        listing.toMillis(),
                        before >> 10,
                        during[0] >> 10,
                        after >> 10);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
