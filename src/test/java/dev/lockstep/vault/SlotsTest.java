package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two structures over slots against the collections of the JDK. */
class SlotsTest {
    @Test
    void theIndexFindsWhatAMapFinds() {
        for (int spread : new int[] {1, 7, 1000, Integer.MAX_VALUE}) {
            Random random = new Random(spread);
            long[] hashes = new long[4000];
            Map<Integer, Long> present = new HashMap<>();
            SlotIndex index = new SlotIndex(0);
            int slots = spread < 10 ? 300 : hashes.length;
            for (int step = 0; step < 12_000; step++) {
                int slot = random.nextInt(slots);
                if (present.remove(slot) != null) {
                    index.remove(hashes[slot], slot);
                } else {
                    hashes[slot] = (long) random.nextInt(spread) << random.nextInt(2) * 32;
                    index.add(hashes[slot], slot, known -> hashes[known]);
                    present.put(slot, hashes[slot]);
                }
                int asked = random.nextInt(slots);
                int expected = present.containsKey(asked) ? asked : -1;
                assertEquals(expected, index.find(hashes[asked], found -> found == asked), "step " + step);
            }
            for (int slot = 0; slot < slots; slot++) {
                int asked = slot;
                assertEquals(present.containsKey(slot) ? slot : -1, index.find(hashes[slot], found -> found == asked));
            }
        }
    }

    @Test
    void anEntryRemovedTwiceOrNeverAddedChangesNothing() {
        SlotIndex index = new SlotIndex(3);
        index.add(5, 0, slot -> 5);
        index.add(5, 1, slot -> 5);
        index.remove(5, 0);
        index.remove(5, 0);
        index.remove(6, 1);
        assertEquals(1, index.find(5, slot -> true));
        assertEquals(-1, index.find(6, slot -> true));
    }

    @Test
    void theOrderStaysSortedWhileSlotsComeAndGo() {
        Random random = new Random(3);
        int[] keys = random.ints(3000, 0, 500).toArray();
        Comparator<Integer> byKey =
                Comparator.<Integer>comparingInt(slot -> keys[slot]).thenComparing(slot -> slot);
        for (int start : new int[] {0, 1, 2, 3, 100, 1001}) {
            List<Integer> expected =
                    new ArrayList<>(IntStream.range(0, start).boxed().toList());
            SlotOrder order = new SlotOrder(
                    expected.stream().mapToInt(slot -> slot).toArray(), (left, right) -> byKey.compare(left, right));
            expected.sort(byKey);
            requireSame(expected, order);
            for (int step = 0; step < 2000; step++) {
                int slot = random.nextInt(keys.length);
                if (expected.remove((Integer) slot)) {
                    order.remove(slot);
                } else {
                    expected.add(slot);
                    expected.sort(byKey);
                    order.add(slot);
                }
                order.remove(keys.length + 1);
                if (step % 100 == 0) {
                    requireSame(expected, order);
                }
            }
            requireSame(expected, order);
        }
    }

    @Test
    void manySlotsAreSortedByTwoThreadsAsByOne() {
        for (int size : new int[] {9_999, 10_000, 10_001, 25_003}) {
            int[] keys = new Random(size).ints(size, 0, 4000).toArray();
            SlotOrder order = new SlotOrder(
                    IntStream.range(0, size).toArray(), (left, right) -> Integer.compare(keys[left], keys[right]));
            List<Integer> expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingInt(slot -> keys[slot]))
                    .toList();
            requireSame(expected, order);
        }
    }

    private static void requireSame(List<Integer> expected, SlotOrder order) {
        assertEquals(
                expected, IntStream.range(0, order.size()).mapToObj(order::at).toList());
    }
}
