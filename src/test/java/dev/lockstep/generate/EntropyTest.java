package dev.lockstep.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generate.Recipe.Base64Url;
import dev.lockstep.generate.Recipe.Hex;
import dev.lockstep.generate.Recipe.Prefixed;
import dev.lockstep.generate.Recipe.RandomCharacters;
import dev.lockstep.generate.Recipe.UrlSafe;
import dev.lockstep.generate.Recipe.Uuid;
import dev.lockstep.generate.Recipe.Words;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntropyTest {
    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    private static void assertBits(double expected, Recipe recipe) {
        assertEquals(expected, recipe.entropyBits(), 1e-9);
    }

    @Test
    void entropyIsTheLogarithmOfTheNumberOfValues() {
        assertBits(192, new UrlSafe(32));
        assertBits(256, new Hex(32));
        assertBits(256, new Base64Url(32));
        assertBits(122, new Uuid());
        assertBits(122, new Prefixed("id_", new Uuid()));
        assertBits(6 * 5 * log2(6), new Words(6, "-", true));
    }

    @Test
    void aClassThatHasToBePresentTakesItsShareAway() {
        var digits = Set.of(CharacterClass.DIGITS);
        assertBits(4 * log2(10), new RandomCharacters(4, digits, false));
        assertBits(4 * log2(8), new RandomCharacters(4, digits, true));
        var letters = EnumSet.of(CharacterClass.LOWER, CharacterClass.UPPER);
        assertBits(log2(Math.pow(52, 5) - 2 * Math.pow(26, 5)), new RandomCharacters(5, letters, false));
        // exactly one of each kind: 4! orders
        assertBits(log2(24.0 * 26 * 26 * 10 * 27), new RandomCharacters(4, EnumSet.allOf(CharacterClass.class), false));
        assertEquals(
                1024 * log2(89),
                new RandomCharacters(1024, EnumSet.allOf(CharacterClass.class), false).entropyBits(),
                1e-6);
    }

    @Test
    void allTextsWithBothClassesAreEquallyLikely() {
        // 8 digits, 23 letters: chi-square over the position of the only digit in four characters
        Recipe recipe = new RandomCharacters(4, EnumSet.of(CharacterClass.LOWER, CharacterClass.DIGITS), false);
        SeededRandom random = new SeededRandom(5);
        Map<String, Integer> shapes = new HashMap<>();
        int runs = 60_000;
        for (int i = 0; i < runs; i++) {
            String shape =
                    RecipeTest.made(recipe, random).replaceAll("[a-z]", "a").replaceAll("[0-9]", "0");
            shapes.merge(shape, 1, Integer::sum);
        }
        double all = Math.pow(36, 4) - Math.pow(26, 4) - Math.pow(10, 4);
        double chiSquare = 0;
        for (int digits = 1; digits < 15; digits++) {
            int ones = Integer.bitCount(digits);
            String shape = String.format("%4s", Integer.toBinaryString(digits))
                    .replaceAll("[ 0]", "a")
                    .replace('1', '0');
            double expected = runs * Math.pow(10, ones) * Math.pow(26, 4 - ones) / all;
            double difference = shapes.getOrDefault(shape, 0) - expected;
            chiSquare += difference * difference / expected;
        }
        assertEquals(14, shapes.size());
        assertTrue(chiSquare < 34.5, "13 degrees of freedom, 0.1 %: " + chiSquare);
    }

    @Test
    void everyCharacterOfAnAlphabetIsEquallyLikely() {
        assertUniform(new UrlSafe(1000), 64, 103.4);
        assertUniform(new Hex(500), 16, 37.7);
        assertUniform(new RandomCharacters(1000, Set.of(CharacterClass.SYMBOLS), false), 27, 54.1);
    }

    /** Chi-square over 100,000 characters; the limit leaves 0.1 % to chance, and the seed is fixed. */
    private static void assertUniform(Recipe recipe, int alphabet, double limit) {
        SeededRandom random = new SeededRandom(6);
        int[] counts = new int[128];
        for (int i = 0; i < 100; i++) {
            RecipeTest.made(recipe, random).chars().forEach(unit -> counts[unit]++);
        }
        int drawn = IntStream.of(counts).sum();
        double expected = (double) drawn / alphabet;
        double chiSquare = IntStream.of(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertEquals(alphabet, IntStream.of(counts).filter(count -> count > 0).count());
        assertTrue(chiSquare < limit, recipe + ": " + chiSquare);
    }
}
