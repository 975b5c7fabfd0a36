package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetHashTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);
    private final Random random = new Random(8);

    private SetHash element() {
        long high = random.nextInt(4) == 0 ? -1 : random.nextLong();
        long low = random.nextInt(4) == 0 ? -random.nextInt(2) : random.nextLong();
        return new SetHash(high, low);
    }

    private static BigInteger number(SetHash hash) {
        return new BigInteger(1, hash.bytes());
    }

    @Test
    void itIsASumOf128Bits() {
        for (int round = 0; round < 100_000; round++) {
            SetHash left = element();
            SetHash right = element();
            assertEquals(number(left).add(number(right)).mod(MODULUS), number(left.plus(right)));
            assertEquals(number(left).subtract(number(right)).mod(MODULUS), number(left.minus(right)));
            assertEquals(left, left.plus(right).minus(right));
        }
    }

    @Test
    void theOrderDoesNotMatterAndTakingOutUndoesPuttingIn() {
        List<SetHash> elements = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            elements.add(element());
        }
        SetHash sum = elements.stream().reduce(SetHash.EMPTY, SetHash::plus);
        Collections.shuffle(elements, random);
        assertEquals(sum, elements.stream().reduce(SetHash.EMPTY, SetHash::plus));
        for (SetHash element : elements.subList(100, 500)) {
            sum = sum.minus(element);
        }
        assertEquals(sum, elements.subList(0, 100).stream().reduce(SetHash.EMPTY, SetHash::plus));
    }

    @Test
    void itsSixteenBytesReadAsItself() {
        SetHash sum = new SetHash(0x0102030405060708L, 0xF1F2F3F4F5F6F7F8L);
        assertEquals("0102030405060708f1f2f3f4f5f6f7f8", HexFormat.of().formatHex(sum.bytes()));
        assertEquals(sum, SetHash.of(sum.bytes()));
    }
}
