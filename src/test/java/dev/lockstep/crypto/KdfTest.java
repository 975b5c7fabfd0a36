package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.lockstep.model.KdfParameters;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KdfTest {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** By a clock on which one derivation of three passes takes a given time. */
    private static int passes(Duration target, long threePasses) {
        List<Long> times = new ArrayList<>(List.of(1_000_000L, 1_000_000L + threePasses));
        KdfParameters cost = Kdf.measure(target, times::removeFirst, passes -> {});
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
        List<String> done = new ArrayList<>();
        Kdf.measure(
                Duration.ofSeconds(1),
                () -> {
                    done.add("clock");
                    return 0;
                },
                passes -> done.add(passes + " passes"));
        assertEquals(List.of("3 passes", "clock", "3 passes", "clock"), done);
    }

    @Test
    void warmingUpReallyWorks() {
        long before = system.getProcessCpuTime();
        Kdf.warmUp();
        long least = Duration.ofMillis(4).toNanos(); // 64 MiB at 16 GiB/s
        assertTrue(system.getProcessCpuTime() - before >= least);
    }

    @Test
    void withTheRealClockTheAnswerIsACostThatAFileMayAskFor() {
        assertTrue(Kdf.measure(Duration.ZERO).acceptable());
    }
}
