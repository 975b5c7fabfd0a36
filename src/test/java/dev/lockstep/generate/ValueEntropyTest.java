package dev.lockstep.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ValueEntropyTest {
    private static double bits(String text) {
        try (SecretValue value = SecretValue.copyOf(text.getBytes(StandardCharsets.ISO_8859_1))) {
            return ValueEntropy.bits(value);
        }
    }

    @Test
    void whatRepeatsIsWorthNothing() {
        assertEquals(0, bits(""));
        assertEquals(0, bits("a"));
        assertEquals(0, bits("aaaaaaaa"));
        assertEquals(8, bits("abababab"), 1e-9);
    }

    @Test
    void theFrequencyOfTheBytesIsACeiling() {
        // a 4 times, b and c twice: 4 * 1 + 4 * 2 bits
        assertEquals(12, bits("aabacbca"), 1e-9);
    }

    @Test
    void theKindsOfCharactersAreACeilingToo() {
        assertEquals(10 * Math.log(10) / Math.log(2), bits("0123456789"), 1e-9);
        // each hex digit once is 4 bits each by either measure
        assertEquals(64, bits("0123456789abcdef"), 1e-9);
        String all = "abcdefghijklmnopqrstuvwxyz";
        assertEquals(26 * Math.log(26) / Math.log(2), bits(all), 1e-9);
    }

    @Test
    void generatedValuesComeCloseToTheirRealEntropy() {
        for (int seed = 0; seed < 50; seed++) {
            try (SecretValue hex = new Recipe.Hex(32).generate(new SeededRandom(seed));
                    SecretValue text = new Recipe.UrlSafe(32).generate(new SeededRandom(seed))) {
                assertTrue(ValueEntropy.bits(hex) > 225 && ValueEntropy.bits(hex) <= 256);
                assertTrue(ValueEntropy.bits(text) > 130 && ValueEntropy.bits(text) <= 192);
            }
        }
    }

    @Test
    void anyByteCounts() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            text.append((char) i);
        }
        assertEquals(256 * 8, bits(text.toString()), 1e-9);
    }
}
