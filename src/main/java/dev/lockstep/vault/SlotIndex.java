package dev.lockstep.vault;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds slots by hash: open addressing in one array of integers, so that 100,000 entries cost one megabyte and no objects. */
final class SlotIndex {
    private static final int FREE = 0;
    private static final int REMOVED = -1;

    private int[] table;
    private int used;

    SlotIndex(int expected) {
        table = new int[Integer.highestOneBit(Math.max(16, expected) * 2 - 1) << 1];
    }

    /** The slot with that hash for which {@code match} holds, or -1. */
    int find(long hash, IntPredicate match) {
        for (int at = start(hash); table[at] != FREE; at = next(at)) {
            if (table[at] != REMOVED && match.test(table[at] - 1)) {
                return table[at] - 1;
            }
        }
        return -1;
    }

    /** Adds a slot; {@code hashOf} is asked for the others' hashes when the table grows. */
    void add(long hash, int slot, HashOf hashOf) {
        if (++used * 2 > table.length) {
            grow(hashOf);
        }
        place(hash, slot + 1);
    }

    void remove(long hash, int slot) {
        for (int at = start(hash); table[at] != FREE; at = next(at)) {
            if (table[at] == slot + 1) {
                table[at] = REMOVED;
                return;
            }
        }
    }

    private void grow(HashOf hashOf) {
        int[] old = table;
        int live = (int) Arrays.stream(old).filter(entry -> entry > 0).count();
        table = new int[Integer.highestOneBit(Math.max(16, live) * 2 - 1) << 2];
        used = live + 1;
        for (int entry : old) {
            if (entry > 0) {
                place(hashOf.slot(entry - 1), entry);
            }
        }
    }

    private void place(long hash, int entry) {
        int at = start(hash);
        while (table[at] > 0) {
            at = next(at);
        }
        table[at] = entry;
    }

    private int start(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (table.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (table.length - 1);
    }

    /** The hash under which a slot was added. */
    @FunctionalInterface
    interface HashOf {
        long slot(int slot);
    }
}
