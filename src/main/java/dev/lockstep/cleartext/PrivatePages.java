package dev.lockstep.cleartext;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Whole pages of memory outside the heap that hold nothing but plaintext or keys: left out of core dumps where the system can do that, and
 * kept out of the swap file as long as the limit of the system allows. They are usable in any case.
 */
public final class PrivatePages implements AutoCloseable {
    /** More is never locked, whatever the system allows: locked memory is taken from all other programs. */
    private static final long MOST_LOCKED = 64L << 20;

    private static final SystemMemory SYSTEM = new SystemMemory(System.getProperty("os.name"));
    private static final LockLimit LIMIT = new LockLimit(Math.min(MOST_LOCKED, SYSTEM.limit()));

    private final MemorySegment pages;
    private final boolean locked;
    private boolean closed;

    /** Who may still lock memory when it gets scarce. */
    public enum Rank {
        /** Keys: up to the limit. */
        FIRST(1),
        /** Values and typed text: they leave a little for keys. */
        SECOND(0.9),
        /** Names and descriptions, of which there are many: up to half of the limit. */
        LAST(0.5);

        private final double share;

        Rank(double share) {
            this.share = share;
        }
    }

    private PrivatePages(MemorySegment pages, Rank rank) {
        this.pages = pages;
        SYSTEM.hide(pages, true);
        boolean allowed = LIMIT.take(pages.byteSize(), rank.share);
        locked = allowed && SYSTEM.lock(pages);
        if (allowed && !locked) {
            LIMIT.giveBack(pages.byteSize());
        }
    }

    /**
     * Zeroed pages.
     *
     * @param arena frees them; they have to be closed before that
     * @param size in bytes, rounded up to whole pages
     */
    public static PrivatePages allocate(Arena arena, long size, Rank rank) {
        long page = SYSTEM.pageSize();
        long rounded = Math.max(page, Math.ceilDiv(size, page) * page);
        return new PrivatePages(arena.allocate(rounded, page), rank);
    }

    /** All of the pages. */
    public MemorySegment segment() {
        return pages;
    }

    /** Whether they are kept out of the swap file. */
    boolean locked() {
        return locked;
    }

    static long pageSize() {
        return SYSTEM.pageSize();
    }

    /** How many bytes are locked now. */
    static long lockedBytes() {
        return LIMIT.used();
    }

    /** Overwrites them and makes them ordinary memory. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        pages.fill((byte) 0);
        SYSTEM.hide(pages, false);
        if (locked) {
            SYSTEM.unlock(pages);
            LIMIT.giveBack(pages.byteSize());
        }
    }
}
