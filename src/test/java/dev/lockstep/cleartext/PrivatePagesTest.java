package dev.lockstep.cleartext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the kernel itself says about the memory of secrets. */
class PrivatePagesTest {
    private static final Path MAPS = Path.of("/proc/self/smaps");

    @Test
    void linuxKeepsThemOutOfSwapAndCoreDumpsUntilTheyAreClosed() throws IOException {
        assumeTrue(Files.isReadable(MAPS), "only Linux tells");
        try (Arena arena = Arena.ofConfined()) {
            PrivatePages pages = PrivatePages.allocate(arena, 100, PrivatePages.Rank.FIRST);
            assumeTrue(pages.locked(), "this system allows no locked memory");
            assertEquals(PrivatePages.pageSize(), pages.segment().byteSize(), "whole pages");
            assertTrue(flags(pages.segment().address()).containsAll(List.of("lo", "dd")), "locked, and not dumped");
            pages.segment().fill((byte) 7);
            pages.close();
            assertEquals(0, pages.segment().get(ValueLayout.JAVA_BYTE, 50), "overwritten");
            List<String> after = flags(pages.segment().address());
            assertFalse(after.contains("lo") || after.contains("dd"), "ordinary memory again");
        }
    }

    @Test
    void aKeyAndAValueLieInSuchPages() throws IOException {
        assumeTrue(Files.isReadable(MAPS), "only Linux tells");
        try (Place key = Place.forKey(32);
                Place value = Place.of(20);
                Place large = Place.of(100_000)) {
            assumeTrue(PrivatePages.lockedBytes() > 0, "this system allows no locked memory");
            for (Place place : List.of(key, value, large)) {
                assertTrue(flags(place.bytes().address()).contains("dd"), "not dumped");
            }
            assertTrue(flags(key.bytes().address()).contains("lo"), "a key is locked before anything else");
        }
    }

    @Test
    void closingAPlaceOverwritesItAndItsSlotIsUsedAgain() {
        Place first = Place.forKey(32);
        long address = first.bytes().address();
        first.bytes().fill((byte) 7);
        first.close();
        first.close();
        List<Place> taken = new ArrayList<>();
        try {
            do {
                taken.add(Place.forKey(32));
            } while (taken.getLast().bytes().address() != address && taken.size() < 10_000);
            assertEquals(address, taken.getLast().bytes().address());
            assertEquals(-1, taken.getLast().bytes().mismatch(Arena.global().allocate(32)));
        } finally {
            taken.forEach(Place::close);
        }
    }

    @Test
    void whatIsLastInRankLeavesRoomForTheOthers() {
        LockLimit limit = new LockLimit(100);
        assertTrue(limit.take(50, 0.5));
        assertFalse(limit.take(1, 0.5), "half of it is the share of names");
        assertTrue(limit.take(40, 0.9));
        assertFalse(limit.take(1, 0.9), "the rest is for keys");
        assertTrue(limit.take(10, 1));
        assertFalse(limit.take(1, 1));
        limit.giveBack(10);
        assertEquals(90, limit.used());
    }

    /** The marks that Linux prints for the mapping an address belongs to. */
    private static List<String> flags(long address) throws IOException {
        boolean inside = false;
        for (String line : Files.readAllLines(MAPS)) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                String[] range = line.substring(0, line.indexOf(' ')).split("-", 2);
                inside = Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
                        && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0;
            } else if (inside && line.startsWith("VmFlags:")) {
                return List.of(line.substring("VmFlags:".length()).strip().split(" "));
            }
        }
        return List.of();
    }
}
