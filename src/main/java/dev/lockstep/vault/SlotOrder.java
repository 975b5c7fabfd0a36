package dev.lockstep.vault;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Slots in one order, kept while single slots come and go: sorted once, then changed by binary search. */
final class SlotOrder {
    private static final int WORTH_A_THREAD = 10_000;

    private final IntBinaryOperator compare;
    private int[] slots;
    private int size;

    /** Takes the array over and sorts it. */
    SlotOrder(int[] slots, IntBinaryOperator compare) {
        this.slots = slots;
        this.size = slots.length;
        this.compare = compare;
        sortInHalves(slots.clone());
    }

    int size() {
        return size;
    }

    int at(int index) {
        return slots[index];
    }

    void remove(int slot) {
        for (int i = 0; i < size; i++) {
            if (slots[i] == slot) {
                System.arraycopy(slots, i + 1, slots, i, size - i - 1);
                size--;
                return;
            }
        }
    }

    void add(int slot) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare.applyAsInt(slots[middle], slot) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, Math.max(16, size + (size >> 1)));
        }
        System.arraycopy(slots, low, slots, low + 1, size - low);
        slots[low] = slot;
        size++;
    }

    /** The two halves at the same time, if they are worth a thread. */
    private void sortInHalves(int[] copy) {
        if (size < WORTH_A_THREAD) {
            sort(copy, slots, 0, size);
            return;
        }
        int middle = size >>> 1;
        IntStream.range(0, 2)
                .parallel()
                .forEach(half -> sort(slots, copy, half == 0 ? 0 : middle, half == 0 ? middle : size));
        merge(copy, slots, 0, middle, size);
    }

    /** Merge sort from {@code source} into {@code target}, which begin with the same content. */
    private void sort(int[] source, int[] target, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(target, source, from, middle);
        sort(target, source, middle, to);
        merge(source, target, from, middle, to);
    }

    private void merge(int[] source, int[] target, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || (left < middle && compare.applyAsInt(source[left], source[right]) <= 0);
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }
}
