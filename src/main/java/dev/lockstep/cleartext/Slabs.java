package dev.lockstep.cleartext;

import java.util.ArrayDeque;
import java.util.Deque;

/** All slabs with slots of one size. One empty slab is kept, others go when their last slot is given back. Safe for use by several threads. */
final class Slabs {
    private final int size;
    private final PrivatePages.Rank rank;
    private final Deque<Slab> withRoom = new ArrayDeque<>();

    Slabs(int size, PrivatePages.Rank rank) {
        this.size = size;
        this.rank = rank;
    }

    /** A slot in use. */
    record Slot(Slab slab, int number) {}

    /** Locked slabs are filled first. */
    synchronized Slot take() {
        Slab slab = withRoom.peekFirst();
        if (slab == null) {
            slab = new Slab(size, rank);
            withRoom.addFirst(slab);
        }
        Slot slot = new Slot(slab, slab.take());
        if (slab.full()) {
            withRoom.removeFirst();
        }
        return slot;
    }

    synchronized void giveBack(Slot slot) {
        Slab slab = slot.slab();
        boolean wasFull = slab.full();
        slab.giveBack(slot.number());
        if (wasFull && slab.locked()) {
            withRoom.addFirst(slab);
        } else if (wasFull) {
            withRoom.addLast(slab);
        }
        if (slab.empty() && withRoom.size() > 1) {
            withRoom.remove(slab);
            slab.release();
        }
    }
}
