package dev.lockstep.vault;

import dev.lockstep.cleartext.PrivatePages;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes outside the heap that grow by whole segments, in {@link PrivatePages}, and are overwritten and freed together. A place is
 * {@code segment << 32 | offset}.
 */
final class OffHeap implements AutoCloseable {
    private static final int SEGMENT = 1 << 20;

    private final Arena arena = Arena.ofShared();
    private final List<PrivatePages> segments = new ArrayList<>();

    /** Somewhere to append to, by one thread at a time. */
    final class Region {
        private MemorySegment current = MemorySegment.NULL;
        private int number;
        private long used;

        /** @param expected how many bytes will come; with 0 there is no memory to be freed until some come */
        Region(long expected) {
            if (expected > 0) {
                grow(expected);
            }
        }

        long put(byte[] source, int from, int length) {
            if (used + length > current.byteSize()) {
                grow(Math.max(SEGMENT, length));
            }
            MemorySegment.copy(source, from, current, ValueLayout.JAVA_BYTE, used, length);
            long place = (long) number << 32 | used;
            used += length;
            return place;
        }

        private void grow(long size) {
            synchronized (segments) {
                PrivatePages pages = PrivatePages.allocate(arena, size, PrivatePages.Rank.LAST);
                current = pages.segment();
                number = segments.size();
                segments.add(pages);
            }
            used = 0;
        }
    }

    MemorySegment segment(long place) {
        return segments.get((int) (place >>> 32)).segment();
    }

    static long offset(long place) {
        return place & 0xFFFF_FFFFL;
    }

    /** Overwrites what stands at a place. */
    void wipe(long place, int length) {
        segment(place).asSlice(offset(place), length).fill((byte) 0);
    }

    @Override
    public void close() {
        synchronized (segments) {
            segments.forEach(PrivatePages::close);
            arena.close();
        }
    }
}
