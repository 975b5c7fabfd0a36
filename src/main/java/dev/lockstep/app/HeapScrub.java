package dev.lockstep.app;

import java.lang.ref.Reference;

/**
 * Overwrites what the collector left behind. The toolkit and libraries make strings that cannot be wiped; collecting them frees their memory
 * and leaves the bytes where they were. So the free part of the heap is filled with zeros; a collection while they are held pushes them into
 * the gaps that new objects never get into; then they are dropped.
 */
final class HeapScrub implements Runnable {
    /** Size in bytes of what it is filled with. Gaps smaller than that can stay; smaller pieces take longer. */
    private static final int PIECE = 1024;

    /**
     * Length of an array that fills a whole region of the collector G1, which lets the heap grow while small pieces fill it and leaves free
     * regions as they were; an array as large as this goes to the first that is free.
     */
    private static final int REGION = (1 << 20) - 16;

    /** The heap is filled no nearer than this to its greatest size, so that nobody else runs out of memory meanwhile. */
    private static final long RESERVE = 32L << 20;

    private final Runtime runtime = Runtime.getRuntime();

    /** Takes some tenths of a second, in which other threads are halted for a few moments. */
    @Override
    public void run() {
        System.gc();
        fill(new byte[Math.toIntExact(runtime.freeMemory() / REGION)][], REGION);
        System.gc();
        fillTwice();
        System.gc();
    }

    private void fillTwice() {
        byte[][] zeros = new byte[pieces()][];
        try {
            fill(zeros, PIECE);
            System.gc();
            fill(new byte[pieces()][], PIECE);
        } catch (OutOfMemoryError e) {
            // Then the heap is full, which is what was wanted, and the zeros are dropped at once.
        } finally {
            Reference.reachabilityFence(zeros);
        }
    }

    /** How many fit into the heap as large as it is now. */
    private int pieces() {
        return Math.toIntExact(Math.max(0, Math.min(runtime.freeMemory(), left() - RESERVE) / (PIECE + 32)));
    }

    private void fill(byte[][] zeros, int length) {
        try {
            for (int i = 0; i < zeros.length && left() > RESERVE; i++) {
                zeros[i] = new byte[length];
            }
        } finally {
            Reference.reachabilityFence(zeros);
        }
    }

    private long left() {
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
