package dev.lockstep.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.Recipe.Base64Url;
import dev.lockstep.generate.Recipe.Hex;
import dev.lockstep.generate.Recipe.Prefixed;
import dev.lockstep.generate.Recipe.Purpose;
import dev.lockstep.generate.Recipe.RandomCharacters;
import dev.lockstep.generate.Recipe.UrlSafe;
import dev.lockstep.generate.Recipe.Uuid;
import dev.lockstep.generate.Recipe.Words;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Set<CharacterClass> ALL = EnumSet.allOf(CharacterClass.class);

    private final SecureRandom random = new SeededRandom(4);

    static String made(Recipe recipe, SecureRandom random) {
        try (SecretValue value = recipe.generate(random)) {
            return value.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    private void assertAllMatch(Recipe recipe, String pattern) {
        for (int i = 0; i < 500; i++) {
            String text = made(recipe, random);
            assertTrue(text.matches(pattern), text);
        }
    }

    @Test
    void everyFormHasItsLengthAndAlphabet() {
        assertAllMatch(new UrlSafe(32), "[A-Za-z0-9_-]{32}");
        assertAllMatch(new Hex(32), "[0-9a-f]{64}");
        assertAllMatch(new Base64Url(32), "[A-Za-z0-9_-]{43}");
        assertAllMatch(new Base64Url(4), "[A-Za-z0-9_-]{6}");
        assertAllMatch(new Uuid(), "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertAllMatch(new Words(6, " ", false), "[a-z-]{3,9}( [a-z-]{3,9}){5}");
        assertAllMatch(new Words(3, "", true), "([A-Z][a-z-]{2,8}){3}");
        assertAllMatch(new Prefixed("sk_live_", new Hex(4)), "sk_live_[0-9a-f]{8}");
        assertAllMatch(new RandomCharacters(4, Set.of(CharacterClass.DIGITS), false), "[0-9]{4}");
        assertAllMatch(new RandomCharacters(1024, ALL, false), "[!-~]{1024}");
    }

    @Test
    void everyChosenClassIsPresentEvenWhereThereIsJustRoom() {
        assertAllMatch(new RandomCharacters(4, ALL, false), "(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^A-Za-z0-9]).{4}");
        assertAllMatch(
                new RandomCharacters(12, EnumSet.of(CharacterClass.UPPER, CharacterClass.DIGITS), false),
                "(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{12}");
    }

    @Test
    void lookAlikesAndQuotesStayOut() {
        assertAllMatch(new RandomCharacters(64, ALL, true), "[^0OolI1|]{64}");
        assertAllMatch(new RandomCharacters(64, ALL, false), "[^\"'`$\\\\ ]{64}");
    }

    @Test
    void theBytesBehindHexAndBase64UrlAreTheGenerators() {
        byte[] expected = new byte[16];
        new SeededRandom(9).nextBytes(expected);
        assertEquals(java.util.HexFormat.of().formatHex(expected), made(new Hex(16), new SeededRandom(9)));
        String base64 = made(new Base64Url(16), new SeededRandom(9));
        assertEquals(
                List.of(bytes(expected)), List.of(bytes(Base64.getUrlDecoder().decode(base64))));
    }

    private static String bytes(byte[] bytes) {
        return java.util.Arrays.toString(bytes);
    }

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertEquals(new UrlSafe(32), Recipe.defaultFor(Purpose.API_SECRET));
        assertEquals(new Hex(32), Recipe.defaultFor(Purpose.SIGNING_SECRET));
        assertEquals(new Words(6, "-", false), Recipe.defaultFor(Purpose.PASSPHRASE));
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        List<Runnable> wrong = List.of(
                () -> new UrlSafe(3),
                () -> new UrlSafe(1025),
                () -> new Hex(3),
                () -> new Hex(513),
                () -> new Base64Url(0),
                () -> new Words(2, "-", false),
                () -> new Words(25, "-", false),
                () -> new Words(6, "-----", false),
                () -> new Words(6, "é", false),
                () -> new RandomCharacters(3, ALL, false),
                () -> new RandomCharacters(8, Set.of(), false),
                () -> new Prefixed("x".repeat(65), new Uuid()),
                () -> new Prefixed("\n", new Uuid()),
                () -> new Prefixed("a", new Prefixed("b", new Uuid())));
        wrong.forEach(each -> assertThrows(IllegalArgumentException.class, each::run));
    }

    @Test
    void twoValuesOfARealGeneratorDiffer() {
        SecureRandom real = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            assertTrue(seen.add(made(Recipe.defaultFor(Purpose.API_SECRET), real)));
        }
    }

    @Test
    void aGeneratorThatRepeatsItselfEndsInAnErrorInsteadOfALoop() {
        SecureRandom stuck = new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {}
        };
        Recipe recipe = new RandomCharacters(4, ALL, false);
        assertThrows(IllegalStateException.class, () -> recipe.generate(stuck));
    }
}
