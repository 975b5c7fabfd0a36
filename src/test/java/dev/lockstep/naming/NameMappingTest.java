package dev.lockstep.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameMappingTest {
    @Test
    void onTheSafeFormLowerAndUpperAreExactInverses() {
        Random random = new Random(3);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder name = new StringBuilder("S");
            random.ints(random.nextInt(64), 0, letters.length()).forEach(at -> name.append(letters.charAt(at)));
            String safe = name.toString();
            assertEquals(safe, NameMapping.UPPER_SNAKE.apply(NameMapping.LOWER_SNAKE.apply(safe)));
            assertEquals(safe, NameMapping.UPPER_SNAKE.apply(safe));
        }
        assertEquals("stripe_api_key", NameMapping.LOWER_SNAKE.apply("STRIPE_API_KEY"));
    }

    @Test
    void namesThatDifferInCaseFoldToOne() {
        for (String name : List.of("Stripe_Key", "STRIPE_KEY", "stripe_key")) {
            assertEquals("STRIPE_KEY", NameMapping.UPPER_SNAKE.apply(name));
            assertEquals("stripe_key", NameMapping.LOWER_SNAKE.apply(name));
            assertEquals(name, NameMapping.AS_IS.apply(name));
        }
    }

    @Test
    void namesThatDifferInSeparatorsFoldToOneButRunsAreNotSqueezed() {
        for (String name :
                List.of("stripe-api-key", "stripe.api.key", "stripe api key", "stripe/api/key", "stripe_api_key")) {
            assertEquals("stripe_api_key", NameMapping.LOWER_SNAKE.apply(name));
        }
        assertEquals("A__B", NameMapping.UPPER_SNAKE.apply("a__b"));
        assertEquals("A___B", NameMapping.UPPER_SNAKE.apply("a-_.b"));
        assertNotEquals(NameMapping.UPPER_SNAKE.apply("a_b"), NameMapping.UPPER_SNAKE.apply("a__b"));
    }

    @Test
    void camelCaseIsNotSplitByTheMapping() {
        assertEquals("STRIPEAPIKEY", NameMapping.UPPER_SNAKE.apply("stripeApiKey"));
    }

    @Test
    void twoNamesThatAreEqualInTheirFirstSixtyFourCharactersAreNotCut() {
        String first = "A".repeat(64) + "X";
        String second = "A".repeat(64) + "Y";
        assertNotEquals(NameMapping.UPPER_SNAKE.apply(first), NameMapping.UPPER_SNAKE.apply(second));
        NameCheck check = NamingRules.VOXIMPLANT.check(first);
        assertEquals(List.of(new NameProblem.TooLong(65, 64)), check.problems());
        assertTrue(check.fix().isEmpty());
    }

    @Test
    void aTurkishDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertEquals("STRIPE_API_KEY", NameMapping.UPPER_SNAKE.apply("stripe_api_key"));
            assertEquals("stripe_api_key", NameMapping.LOWER_SNAKE.apply("STRIPE_API_KEY"));
            assertTrue(NamingRules.HOOKLISTENER.accepts("stripe_api_key"));
            assertEquals(
                    "INDEX_ID", NamingRules.UPPER_SNAKE.check("indexId").fix().orElseThrow());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void lettersThatUnicodeWouldFoldIntoAsciiAreRefusedInstead() {
        for (String name : List.of("ſecret", "ﬁle", "straße", "\u212aEY", "ıd", "İD", "STRİPE")) {
            assertEquals(name.length(), NameMapping.UPPER_SNAKE.apply(name).length());
            for (NamingRule vendor : NamingRules.vendors()) {
                assertFalse(vendor.accepts(name), name);
            }
        }
        assertEquals("STRAßE", NameMapping.UPPER_SNAKE.apply("straße"));
        assertEquals("\u212aey", NameMapping.LOWER_SNAKE.apply("\u212aEY"));
    }
}
