package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaddingTest {
    /** Worked out by hand from the formula of the paper: E = floor(log2 L), S = floor(log2 E) + 1, up to a multiple of 2^(E - S). */
    private static final int[][] BY_HAND = {
        {4097, 4352}, // E 12, S 4: multiples of 256
        {4352, 4352},
        {4353, 4608},
        {8191, 8192},
        {8192, 8192}, // E 13, S 4: multiples of 512
        {8193, 8704},
        {16385, 17408}, // E 14, S 4: multiples of 1024
        {32769, 34816}, // E 15, S 4: multiples of 2048
        {65535, 65536},
        {65537, 67584}, // E 16, S 5: multiples of 2048
        {100_000, 100_352},
        {1_000_000, 1_015_808}, // E 19, S 5: multiples of 16384
        {1_048_576, 1_048_576}, // E 20, S 5: multiples of 32768
        {1_048_589, 1_081_344},
    };

    @Test
    void largeSizesAreThoseOfThePaper() {
        for (int[] sizes : BY_HAND) {
            assertEquals(sizes[1], Padding.bucket(sizes[0]), "for " + sizes[0]);
        }
    }

    @Test
    void smallSizesAreTheSevenBuckets() {
        int smallest = 64;
        for (int needed = 4; needed <= 4096; needed++) {
            if (needed > smallest) {
                smallest *= 2;
            }
            assertEquals(smallest, Padding.bucket(needed), "for " + needed);
        }
    }

    @Test
    void theLengthDependsOnTheBucketOnlyAndIsAtMostAnEighthLongerAbove4096() {
        int before = 0;
        for (int needed = 4; needed <= 2_200_000; needed += 1 + needed / 5000) {
            int bucket = Padding.bucket(needed);
            assertTrue(bucket >= needed && bucket >= before, "for " + needed);
            assertEquals(bucket, Padding.bucket(bucket), "for " + needed);
            assertTrue(needed <= 4096 || bucket - needed <= needed * 0.12, "for " + needed);
            before = bucket;
        }
    }

    @Test
    void whatWasFramedComesBackAndTheRestIsZeros() {
        Random random = new Random(5);
        for (int length = 0; length < 9000; length += 1 + length / 50) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            for (byte[] framed : new byte[][] {Padding.head(content), Padding.value(content)}) {
                assertEquals(length, Padding.contentLength(framed, framed.length));
                assertArrayEquals(content, Padding.content(framed, length));
                for (int i = 4 + length; i < framed.length; i++) {
                    assertEquals(0, framed[i]);
                }
            }
            assertEquals((length + 4 + 255) / 256 * 256, Padding.head(content).length);
        }
    }

    @Test
    void anyBytesAreAFrameOrNot() {
        Random random = new Random(6);
        for (int round = 0; round < 100_000; round++) {
            byte[] framed = new byte[random.nextInt(40)];
            random.nextBytes(framed);
            if (framed.length >= 4 && random.nextBoolean()) {
                framed[0] = 0;
                framed[1] = 0;
                framed[2] = 0;
            }
            int size = random.nextInt(framed.length + 1);
            int length = Padding.contentLength(framed, size);
            assertTrue(length == -1 || (length >= 0 && length + 4 <= size), "round " + round);
        }
        assertEquals(-1, Padding.contentLength(new byte[0], 0));
        assertEquals(0, Padding.contentLength(new byte[4], 4));
    }
}
