package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.function.Executable;

/** What hostile files may cost: 8 MiB of heap, all in all, whatever they hold. */
public final class Heap {
    private static final long LITTLE = 8 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Heap() {}

    /** Why something is refused, at little cost. */
    public static ImportException.Reason refusal(Executable reading) throws Exception {
        return little(() -> assertThrows(ImportException.class, reading).reason());
    }

    /** What comes out of something that costs little. */
    public static <T> T little(Callable<T> reading) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T found = reading.call();
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken <= LITTLE, () -> found + " took " + taken + " bytes");
        return found;
    }
}
