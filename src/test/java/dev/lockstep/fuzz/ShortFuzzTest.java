package dev.lockstep.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every target with what long runs found, and with some thousand inputs made of that, always the same ones. {@link LongFuzzTest} looks for
 * new ones.
 */
class ShortFuzzTest {
    private static final int ROUNDS = 4000;
    private static final long EXPENSIVE = 8 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Iterable<String> targets() {
        return FuzzTargets.names();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anyInputIsAcceptedOrRefusedByNameInBoundedMemory(String name) throws Exception {
        FuzzTarget target = FuzzTargets.named(name);
        List<byte[]> known = new ArrayList<>(target.seeds());
        known.addAll(Corpus.of(name));
        for (byte[] input : known) {
            // loads what is needed only once
            target.accept(input.clone());
        }
        for (byte[] input : known) {
            check(target, input);
        }
        Mutations mutations = new Mutations(20261121, known);
        int rounds = target.mostMemory(0) > EXPENSIVE ? ROUNDS / 20 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            check(target, mutations.next());
        }
    }

    private void check(FuzzTarget target, byte[] input) {
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            target.accept(input.clone());
        } catch (Exception | Error e) {
            fail("input " + Base64.getEncoder().encodeToString(input), e);
        }
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(
                taken <= target.mostMemory(input.length),
                () -> taken + " bytes of heap for the input "
                        + Base64.getEncoder().encodeToString(input));
    }
}
