package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.lockstep.model.KdfParameters;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KdfTest {
    private static final long MEMORY = 64L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** By a clock on which one derivation of three passes takes a given time. */
    private static int passes(Duration target, long threePasses) {
        List<Long> times = new ArrayList<>(List.of(1_000_000L, 1_000_000L + threePasses));
        KdfParameters cost = Kdf.measure(target, times::removeFirst);
        assertEquals(64 * 1024, cost.memoryKib());
        assertEquals(4, cost.parallelism());
        assertTrue(cost.acceptable());
        return cost.iterations();
    }

    @Test
    void asManyPassesAsFitIntoTheTimeButAtLeastThreeAndAtMostWhatAFileMayAskFor() {
        assertEquals(10, passes(Duration.ofNanos(10_000), 3000));
        assertEquals(9, passes(Duration.ofNanos(9999), 3000));
        assertEquals(3, passes(Duration.ofNanos(1), 3000));
        assertEquals(64, passes(Duration.ofSeconds(1), 3000));
        assertEquals(64, passes(Duration.ofSeconds(1), 0));
    }

    @Test
    void theTimeOfASecondDerivationCountsWhenTheFirstHasWarmedUp() {
        List<Long> taken = new ArrayList<>();
        long before = threads.getCurrentThreadAllocatedBytes();
        Kdf.measure(Duration.ofSeconds(1), () -> {
            taken.add(threads.getCurrentThreadAllocatedBytes() - before);
            return 0;
        });
        assertEquals(2, taken.size());
        assertTrue(taken.get(0) >= MEMORY, taken::toString);
        assertTrue(taken.get(1) - taken.get(0) >= MEMORY, taken::toString);
    }

    @Test
    void warmingUpDerivesWithRealMemory() {
        long before = threads.getCurrentThreadAllocatedBytes();
        Kdf.warmUp();
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before >= MEMORY);
    }

    @Test
    void withTheRealClockTheAnswerIsACostThatAFileMayAskFor() {
        assertTrue(Kdf.measure(Duration.ZERO).acceptable());
    }
}
