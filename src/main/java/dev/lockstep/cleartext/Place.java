package dev.lockstep.cleartext;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Memory outside the heap for one secret, in private pages: a slot among many for up to 8 KiB, pages of its own for more. It is overwritten
 * and given back when it is closed, or when nobody holds it any more. A slot that was given back becomes another secret's, so what was read
 * from it counts only if the place was open afterwards.
 */
final class Place implements AutoCloseable {
    private static final int LEAST = 32;
    private static final int MOST_SHARED = 8 * 1024;
    private static final List<Slabs> SHARED = IntStream.iterate(LEAST, size -> size <= MOST_SHARED, size -> 2 * size)
            .mapToObj(size -> new Slabs(size, PrivatePages.Rank.SECOND))
            .toList();
    private static final int KEY = 64;
    private static final Slabs KEYS = new Slabs(KEY, PrivatePages.Rank.FIRST);
    private static final Cleaner FORGOTTEN = Cleaner.create();

    static {
        // The pages for keys are there, and locked, before any value can use the limit up.
        KEYS.giveBack(KEYS.take());
    }

    private final MemorySegment bytes;
    private final Cleaner.Cleanable end;

    private Place(MemorySegment bytes, Runnable end) {
        this.bytes = bytes;
        this.end = FORGOTTEN.register(this, end);
    }

    /** Zeroed memory for a value or typed text of so many bytes. */
    static Place of(long size) {
        if (size > MOST_SHARED) {
            PrivatePages own = PrivatePages.allocate(Arena.ofAuto(), size, PrivatePages.Rank.SECOND);
            return new Place(own.segment().asSlice(0, size), own::close);
        }
        int doublings = 0;
        while ((long) LEAST << doublings < size) {
            doublings++;
        }
        return in(SHARED.get(doublings), size);
    }

    /** Zeroed memory for a key of so many bytes. */
    static Place forKey(long size) {
        return size > KEY ? of(size) : in(KEYS, size);
    }

    private static Place in(Slabs slabs, long size) {
        Slabs.Slot slot = slabs.take();
        return new Place(slot.slab().bytes(slot.number()).asSlice(0, size), () -> slabs.giveBack(slot));
    }

    MemorySegment bytes() {
        return bytes;
    }

    /** Closing twice does nothing. */
    @Override
    public void close() {
        end.clean();
    }
}
