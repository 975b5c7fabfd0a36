package dev.lockstep.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamingRuleTest {
    private static final String SOUP = "abzABZ019_-./ {}#:;\t\n\"\\éßſıİКа\uff21\u200b\u202e\u00a0\ud83d\ude00\ud83d";

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    static List<NamingRule> all() {
        return Stream.of(NamingRules.vendors(), NamingRules.collectionRules(), List.of(NamingRules.KV_V2))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    static String random(Random random) {
        int length = random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(9);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(SOUP.charAt(random.nextInt(random.nextBoolean() ? 10 : SOUP.length())));
        }
        return name.toString();
    }

    @Test
    void everyRuleHasAnIdOfItsOwnThatFindsIt() {
        assertEquals(RuleId.values().length, all().size());
        for (NamingRule rule : all()) {
            assertEquals(Optional.of(rule), NamingRules.byId(rule.id()));
        }
        assertEquals(Optional.empty(), NamingRules.byId("github"));
    }

    @Test
    void aNameIsAcceptedExactlyWhenTheShownPatternAndTheLengthsAreMet() {
        Random random = new Random(1);
        for (NamingRule rule : all()) {
            Pattern pattern = Pattern.compile(rule.pattern(), Pattern.DOTALL);
            for (int i = 0; i < 20_000; i++) {
                String name = random(random);
                boolean trimmed = rule == NamingRules.FREE || name.equals(name.strip());
                boolean whole = !LONE_SURROGATE.matcher(name).find();
                boolean expected = trimmed
                        && whole
                        && name.length() <= rule.maxLength()
                        && !rule.reserved().contains(name)
                        && pattern.matcher(rule.mapping().apply(name)).matches();
                assertEquals(expected, rule.accepts(name), () -> rule.id() + " on '" + name + "'");
            }
        }
    }

    @Test
    void aCheckTellsProblemsExactlyWhenTheNameIsRefusedAndItsFixAlwaysPasses() {
        Random random = new Random(2);
        for (NamingRule rule : all()) {
            int fixes = 0;
            for (int i = 0; i < 20_000; i++) {
                String name = random(random);
                NameCheck check = rule.check(name);
                assertEquals(rule.accepts(name), check.passes(), () -> rule.id() + " on '" + name + "'");
                assertFalse(check.passes() && check.fix().isPresent());
                check.fix().ifPresent(fix -> assertTrue(rule.accepts(fix), fix));
                check.fix().ifPresent(fix -> assertTrue(rule.check(fix).passes(), fix));
                fixes += check.fix().isPresent() ? 1 : 0;
            }
            assertTrue(rule == NamingRules.FREE || fixes > 1000, rule.id());
        }
    }

    @Test
    void theSafeFormFitsEveryPlaceAfterItsMapping() {
        for (String safe : List.of("A", "STRIPE_API_KEY", "A1__2", "Z".repeat(64))) {
            for (NamingRule vendor : NamingRules.vendors()) {
                assertTrue(vendor.accepts(safe), vendor.id());
            }
        }
    }

    @Test
    void hooklistenerTakesUpperSnakeOnly() {
        assertAccepted(
                NamingRules.HOOKLISTENER, "A", "STRIPE_WEBHOOK_SECRET", "stripe-api.key", "Z9_", "A".repeat(255));
        assertRefused(
                NamingRules.HOOKLISTENER,
                "",
                "_TOKEN",
                "2FA_KEY",
                "-KEY",
                " KEY",
                "KEY ",
                "KÉY",
                "A:B",
                "A".repeat(256));
    }

    @Test
    void voximplantTakesSixtyFourWordCharactersAfterALetter() {
        assertAccepted(NamingRules.VOXIMPLANT, "a", "Stripe_Key9", "a".repeat(64), "All", "all_");
        assertRefused(NamingRules.VOXIMPLANT, "", "a".repeat(65), "_a", "9a", "a-b", "a b", "all", "ключ");
    }

    @Test
    void mixpeekTakesAHundredLowerCaseCharacters() {
        assertAccepted(NamingRules.MIXPEEK, "a", "9", "_x", "STRIPE_API_KEY", "stripe/api/key", "a".repeat(100));
        assertRefused(NamingRules.MIXPEEK, "", "a".repeat(101), "a%2f", "a?b", " a", "ſecret");
    }

    @Test
    void hookpulseTakesWhatCanStandInATemplate() {
        assertAccepted(NamingRules.HOOKPULSE, "stripe_api_key", "STRIPE_API_KEY", "2fa", "a b");
        assertRefused(NamingRules.HOOKPULSE, "", "a{b", "a}b", "#a", "a#", "a\tb", "a ");
    }

    @Test
    void dreadnodeAndTheEnvironmentTakeVariableNames() {
        assertAccepted(NamingRules.DREADNODE, "_", "OPENAI_API_KEY", "openai.api.key");
        assertRefused(NamingRules.DREADNODE, "", "1A", "A=B", " A");
        assertAccepted(NamingRules.ENVIRONMENT_VARIABLE, "_", "_9", "path", "PATH");
        assertRefused(NamingRules.ENVIRONMENT_VARIABLE, "", "1A", "A-B", "A.B", "A B", "A=B", "Ä");
    }

    @Test
    void kvTakesPathsThatNoServerReadsAnotherWay() {
        assertAccepted(NamingRules.KV_V2, "a", "9", "_", "-a", "STRIPE_API_KEY", "apps/web/stripe.key", "a-b_c/D.9");
        assertRefused(
                NamingRules.KV_V2,
                "",
                "/",
                "/a",
                "a/",
                ".",
                "..",
                "a.",
                ".a",
                "a..b",
                "a//b",
                "a/../b",
                "a/./b",
                "a/.b");
        assertRefused(NamingRules.KV_V2, "a b", "a%2fb", "a?b", "a#b", "a*", "a+b", "ä", "\u212a", "a\\b");
        assertEquals(
                List.of(new NameProblem.BadCharacter(2, '/')),
                NamingRules.KV_V2.check("a//b").problems());
    }

    @Test
    void theFreeRuleTakesWhateverFitsOnALine() {
        assertAccepted(NamingRules.FREE, " ", "clé d'accès", "ключ", "a=b", "\ud83d\ude00", "x".repeat(255));
        assertRefused(NamingRules.FREE, "", "a\nb", "a\0", "\u0085", "\ud83d", "\ude00\ud83d", "x".repeat(256));
    }

    @Test
    void theSnakeRulesLookAtTheNameItself() {
        assertAccepted(NamingRules.UPPER_SNAKE, "A", "A_1");
        assertRefused(NamingRules.UPPER_SNAKE, "a", "A-B", "_A", "1A");
        assertAccepted(NamingRules.LOWER_SNAKE, "a", "a_1");
        assertRefused(NamingRules.LOWER_SNAKE, "A", "a-b", "_a", "1a");
    }

    private static void assertAccepted(NamingRule rule, String... names) {
        for (String name : names) {
            assertEquals(List.of(), rule.check(name).problems(), name);
        }
    }

    private static void assertRefused(NamingRule rule, String... names) {
        for (String name : names) {
            assertFalse(rule.accepts(name), name);
        }
    }
}
