package dev.lockstep.cleartext;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Private pages cut into slots of one size. For one thread at a time. */
final class Slab {
    private static final int LEAST_SLOTS = 16;

    private final PrivatePages pages;
    private final int size;
    private final int slots;
    private final BitSet taken = new BitSet();

    /** @param size of a slot in bytes, a power of two */
    Slab(int size, PrivatePages.Rank rank) {
        this.size = size;
        pages = PrivatePages.allocate(Arena.ofAuto(), (long) LEAST_SLOTS * size, rank);
        slots = Math.toIntExact(pages.segment().byteSize() / size);
    }

    boolean full() {
        return taken.cardinality() == slots;
    }

    boolean empty() {
        return taken.isEmpty();
    }

    boolean locked() {
        return pages.locked();
    }

    /** Takes a free slot, which is zeroed; there is one. */
    int take() {
        int slot = taken.nextClearBit(0);
        taken.set(slot);
        return slot;
    }

    /** The memory of a slot; it stays readable as long as somebody holds it, whoever has the slot then. */
    MemorySegment bytes(int slot) {
        return pages.segment().asSlice((long) slot * size, size);
    }

    /** Overwrites a slot and has it free again. */
    void giveBack(int slot) {
        bytes(slot).fill((byte) 0);
        taken.clear(slot);
    }

    /** Makes ordinary memory of it, which the collector frees; for an empty one. */
    void release() {
        pages.close();
    }
}
