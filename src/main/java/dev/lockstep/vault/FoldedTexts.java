package dev.lockstep.vault;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The {@link FoldedText} of each slot, close together outside the heap, so that a search runs through memory in order. */
final class FoldedTexts {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final OffHeap memory;
    private long[] places;
    private int[] lengths;

    FoldedTexts(OffHeap memory, int capacity) {
        this.memory = memory;
        places = new long[capacity];
        lengths = new int[capacity];
    }

    void grow(int capacity) {
        places = Arrays.copyOf(places, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
    }

    /** Takes the text of a head's content. */
    void put(OffHeap.Region region, int slot, byte[] content, int from, int length) {
        byte[] folded = FoldedText.of(content, from, length);
        places[slot] = region.put(folded, 0, folded.length);
        lengths[slot] = folded.length;
        Arrays.fill(folded, (byte) 0);
    }

    void wipe(int slot) {
        memory.wipe(places[slot], lengths[slot]);
    }

    /** Whether all the folded words occur in the text. */
    boolean contains(int slot, List<byte[]> words) {
        MemorySegment text = memory.segment(places[slot]);
        long from = OffHeap.offset(places[slot]);
        for (byte[] word : words) {
            if (!Folding.contains(text, from, lengths[slot], word)) {
                return false;
            }
        }
        return true;
    }

    /** Compares byte by byte, eight at a time; names come first in the texts. */
    int compare(int left, int right) {
        MemorySegment leftText = memory.segment(places[left]);
        MemorySegment rightText = memory.segment(places[right]);
        long leftFrom = OffHeap.offset(places[left]);
        long rightFrom = OffHeap.offset(places[right]);
        int common = Math.min(lengths[left], lengths[right]);
        int at = 0;
        while (at + Long.BYTES <= common) {
            int words = Long.compareUnsigned(leftText.get(LONG, leftFrom + at), rightText.get(LONG, rightFrom + at));
            if (words != 0) {
                return words;
            }
            at += Long.BYTES;
        }
        for (; at < common; at++) {
            int bytes = Byte.compareUnsigned(
                    leftText.get(ValueLayout.JAVA_BYTE, leftFrom + at),
                    rightText.get(ValueLayout.JAVA_BYTE, rightFrom + at));
            if (bytes != 0) {
                return bytes;
            }
        }
        return Integer.compare(lengths[left], lengths[right]);
    }
}
