package dev.lockstep.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a collection will appear at a vendor is told before anything is sent: what does not fit, and what would meet. */
class NamePreviewTest {
    private static final NameForm HOOKLISTENER =
            NameForm.of(NamingRules.HOOKLISTENER, NamingRules.HOOKLISTENER.mapping(), "");
    private static final NameForm VOXIMPLANT = NameForm.of(NamingRules.VOXIMPLANT, NameMapping.AS_IS, "");
    private static final NameForm MIXPEEK = NameForm.of(NamingRules.MIXPEEK, NameMapping.LOWER_SNAKE, "");

    private static NamePreview.Line only(NameForm form, String name) {
        NamePreview preview = form.preview(List.of(name), Set.of());
        assertTrue(preview.injective());
        return preview.lines().getFirst();
    }

    @Test
    void everyNameIsShownAsItWillAppearThere() {
        NamePreview preview = HOOKLISTENER.preview(List.of("stripe-api-key", "TOKEN", "db.password"), Set.of("OTHER"));
        assertEquals(
                List.of("STRIPE_API_KEY", "TOKEN", "DB_PASSWORD"),
                preview.lines().stream().map(NamePreview.Line::there).toList());
        assertTrue(preview.passes());
        assertTrue(preview.injective());
        NamePreview.Line first = preview.lines().getFirst();
        assertEquals("stripe-api-key", first.name());
        assertEquals(List.of("stripe-api-key"), first.writers());
        assertTrue(HOOKLISTENER.preview(List.of(), Set.of("A")).passes());
    }

    @Test
    void namesThatDifferOnlyInCaseMeet() {
        List<String> names = List.of("Stripe_Key", "STRIPE_KEY", "stripe_key", "OTHER");
        for (NameForm form : List.of(HOOKLISTENER, MIXPEEK)) {
            NamePreview preview = form.preview(names, Set.of());
            assertFalse(preview.injective());
            assertFalse(preview.passes());
            for (NamePreview.Line line : preview.lines().subList(0, 3)) {
                assertEquals(names.subList(0, 3), line.writers());
                assertEquals(List.of(), line.problems());
                assertFalse(line.passes());
            }
            assertTrue(preview.lines().getLast().passes(), "a collision blocks nobody else");
        }
        assertTrue(VOXIMPLANT.preview(names, Set.of()).passes(), "as they are, they stay apart");
    }

    @Test
    void namesThatDifferOnlyInSeparatorsMeetButRunsAreNotSqueezed() {
        List<String> names =
                List.of("stripe-api-key", "stripe.api.key", "stripe api key", "stripe/api/key", "stripe_api_key");
        for (NameForm form : List.of(HOOKLISTENER, MIXPEEK)) {
            assertTrue(form.preview(names, Set.of()).lines().stream()
                    .allMatch(line -> line.writers().equals(names)));
            assertTrue(form.preview(List.of("a_b", "a__b", "a-_b.c"), Set.of()).passes());
        }
    }

    @Test
    void camelCaseMeetsTheSameNameInOneCase() {
        NamePreview preview = HOOKLISTENER.preview(List.of("stripeApiKey", "STRIPE_API_KEY", "stripeapikey"), Set.of());
        assertEquals(
                List.of(true, false, true),
                preview.lines().stream().map(NamePreview.Line::collides).toList());
        assertEquals(
                List.of(true, false),
                HOOKLISTENER.preview(List.of("stripeApiKey", "stripe_api_key"), Set.of("STRIPEAPIKEY")).lines().stream()
                        .map(NamePreview.Line::foreign)
                        .toList());
    }

    @Test
    void aNameThatStandsThereAlreadyIsMetOnlyAsItIsWrittenThere() {
        NamePreview preview = HOOKLISTENER.preview(List.of("token", "other"), Set.of("TOKEN", "other"));
        assertEquals(
                List.of(true, false),
                preview.lines().stream().map(NamePreview.Line::foreign).toList());
        assertFalse(preview.injective());
        assertFalse(preview.lines().getFirst().passes());
        assertTrue(preview.lines().getLast().passes());
    }

    @Test
    void aLeadingDigitOrUnderscoreIsRefusedAndAPrefixHelpsUnlessItsNameIsTaken() {
        assertEquals(
                List.of(new NameProblem.BadStart('2')),
                only(HOOKLISTENER, "2fa_key").problems());
        assertEquals(
                List.of(new NameProblem.BadStart('_')),
                only(HOOKLISTENER, "_token").problems());
        assertEquals(
                List.of(new NameProblem.BadStart('2')),
                only(VOXIMPLANT, "2FA_KEY").problems());
        assertEquals(List.of(), only(MIXPEEK, "2FA_KEY").problems());
        NameForm prefixed = NameForm.of(NamingRules.HOOKLISTENER, NameMapping.UPPER_SNAKE, "K_");
        assertEquals("K_2FA_KEY", only(prefixed, "2fa_key").there());
        assertTrue(only(prefixed, "2fa_key").passes());
        NamePreview met = prefixed.preview(List.of("2fa_key", "k_2fa_key"), Set.of("K_2FA_KEY"));
        assertTrue(met.lines().getFirst().foreign());
        assertEquals("K_K_2FA_KEY", met.lines().getLast().there());
    }

    @Test
    void overLengthIsRefusedAndNeverCut() {
        String longest = "a".repeat(64);
        assertTrue(only(VOXIMPLANT, longest).passes());
        NamePreview preview = VOXIMPLANT.preview(List.of(longest + "X", longest + "Y"), Set.of());
        assertTrue(preview.injective(), "equal in the first 64 characters, and still two names");
        for (NamePreview.Line line : preview.lines()) {
            assertEquals(line.name(), line.there());
            assertEquals(List.of(new NameProblem.TooLong(65, 64)), line.problems());
        }
        NameForm prefixed = NameForm.of(NamingRules.VOXIMPLANT, NameMapping.AS_IS, "x_");
        assertEquals(
                List.of(new NameProblem.TooLong(66, 64)),
                only(prefixed, longest).problems());
        assertEquals("x_" + longest, only(prefixed, longest).there());
        assertTrue(only(prefixed, "a".repeat(62)).passes());
    }

    @Test
    void aTurkishDefaultLocaleChangesNothing() {
        List<String> names = List.of("stripe_api_key", "INDEX_ID", "file.limit");
        List<NamePreview> expected = previews(names);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertEquals(expected, previews(names));
            assertEquals("STRIPE_API_KEY", HOOKLISTENER.apply("stripe_api_key"));
            assertEquals("index_id", MIXPEEK.apply("INDEX_ID"));
            assertTrue(HOOKLISTENER.preview(names, Set.of()).passes());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<NamePreview> previews(List<String> names) {
        return List.of(
                HOOKLISTENER.preview(names, Set.of()),
                MIXPEEK.preview(names, Set.of()),
                VOXIMPLANT.preview(names, Set.of()));
    }

    @Test
    void lettersThatUnicodeWouldFoldIntoAsciiStayAndAreRefused() {
        Map<String, Integer> places = Map.of(
                "stra\u00dfe", 4, "\u017fecret", 0, "\ufb01le", 0, "\u212aEY", 0, "STR\u0130PE", 3, "\u0131d", 0);
        List<String> ascii = List.of("STRASSE", "SECRET", "FILE", "KEY", "STRIPE", "ID");
        Locale before = Locale.getDefault();
        for (Locale locale : List.of(Locale.ROOT, Locale.of("tr", "TR"), Locale.of("lt", "LT"))) {
            Locale.setDefault(locale);
            try {
                for (NameForm form : List.of(HOOKLISTENER, MIXPEEK, VOXIMPLANT)) {
                    places.forEach((name, place) -> {
                        NamePreview.Line line = only(form, name);
                        int codePoint = name.codePointAt(place);
                        assertTrue(line.there().indexOf(codePoint) == place, line.there());
                        assertTrue(
                                line.problems().contains(new NameProblem.NonAscii(place, codePoint)),
                                line.problems().toString());
                        assertFalse(line.passes());
                    });
                    List<String> all = new ArrayList<>(ascii);
                    all.addAll(places.keySet());
                    assertTrue(form.preview(all, Set.of()).injective(), "none of them becomes an ASCII name");
                }
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void whiteSpaceAtTheEdgesIsRefusedEvenWhereAnUnderscoreWouldFit() {
        NameForm prefixed = NameForm.of(NamingRules.HOOKLISTENER, NameMapping.UPPER_SNAKE, "K");
        for (NameForm form : List.of(HOOKLISTENER, MIXPEEK, prefixed)) {
            assertTrue(only(form, " key").problems().contains(new NameProblem.EdgeWhitespace(true)));
            assertTrue(only(form, "key ").problems().contains(new NameProblem.EdgeWhitespace(false)));
            assertFalse(only(form, "   ").passes());
            assertEquals(List.of(new NameProblem.Empty()), only(form, "").problems());
        }
    }

    @Test
    void aNameThatMeansSomethingElseThereIsFoundAfterTheMapping() {
        assertEquals(
                List.of(new NameProblem.Reserved("all")),
                only(VOXIMPLANT, "all").problems());
        assertTrue(only(VOXIMPLANT, "ALL").passes());
        NameForm lower = NameForm.of(NamingRules.VOXIMPLANT, NameMapping.LOWER_SNAKE, "");
        assertEquals(
                List.of(new NameProblem.Reserved("all")), only(lower, "ALL").problems());
        NameForm prefixed = NameForm.of(NamingRules.VOXIMPLANT, NameMapping.LOWER_SNAKE, "al");
        assertEquals(
                List.of(new NameProblem.Reserved("all")), only(prefixed, "L").problems());
        assertTrue(only(prefixed, "all").passes());
        NameForm all = NameForm.of(NamingRules.VOXIMPLANT, NameMapping.AS_IS, "all");
        assertEquals(List.of(), all.prefixProblems());
        assertTrue(only(all, "_keys").passes());
    }

    @Test
    void aPrefixIsWrittenAsItWasTypedAndItsProblemsAreToldOnce() {
        NameForm lower = NameForm.of(NamingRules.HOOKLISTENER, NameMapping.UPPER_SNAKE, "acme-");
        NamePreview preview = lower.preview(List.of("key", "token"), Set.of());
        assertEquals("acme-KEY", preview.lines().getFirst().there());
        assertEquals(
                List.of(new NameProblem.WrongCase(0, 'a'), new NameProblem.BadCharacter(4, '-')),
                preview.prefixProblems());
        assertTrue(preview.lines().stream().allMatch(NamePreview.Line::passes));
        assertFalse(preview.passes());
        assertEquals(
                List.of(new NameProblem.BadStart('1')),
                NameForm.of(NamingRules.VOXIMPLANT, NameMapping.AS_IS, "1_").prefixProblems());
        NameForm folder = NameForm.of(NamingRules.FREE, NameMapping.LOWER_SNAKE, "prod/Billing/");
        assertEquals("prod/Billing/stripe_key", only(folder, "STRIPE-KEY").there());
        assertTrue(folder.preview(List.of("STRIPE-KEY"), Set.of()).passes());
        assertEquals(List.of(), HOOKLISTENER.prefixProblems());
    }

    @Test
    void theChosenMappingCountsAndNotTheOneThatTheRuleProposes() {
        NameForm asIs = NameForm.of(NamingRules.HOOKLISTENER, NameMapping.AS_IS, "");
        assertEquals(
                List.of(new NameProblem.WrongCase(0, 'k')), only(asIs, "key").problems());
        assertTrue(only(asIs, "KEY").passes());
        NameForm wrong = NameForm.of(NamingRules.HOOKLISTENER, NameMapping.LOWER_SNAKE, "");
        assertEquals("key", only(wrong, "KEY").there());
        assertFalse(only(wrong, "KEY").passes());
    }

    @Test
    void aNameTwiceInTheListMeetsItself() {
        NamePreview preview = VOXIMPLANT.preview(List.of("A", "A"), Set.of());
        assertFalse(preview.injective());
        assertEquals(List.of("A", "A"), preview.lines().getLast().writers());
    }

    @Test
    void aPrefixMayBeAFolder() {
        for (String prefix : List.of("apps/", "apps/web/", "apps.", "apps")) {
            NameForm form = NameForm.of(NamingRules.KV_V2, NameMapping.AS_IS, prefix);
            assertTrue(only(form, "KEY").passes());
            assertEquals(List.of(), form.prefixProblems());
        }
        for (String prefix : List.of("/", "/apps/", "apps//", "apps/.", "..")) {
            assertFalse(NameForm.of(NamingRules.KV_V2, NameMapping.AS_IS, prefix)
                    .prefixProblems()
                    .isEmpty());
        }
        NameForm folder = NameForm.of(NamingRules.KV_V2, NameMapping.AS_IS, "apps/");
        assertEquals(List.of(new NameProblem.BadCharacter(0, '/')), folder.problems("/KEY"));
        assertEquals(
                List.of(),
                NameForm.of(NamingRules.KV_V2, NameMapping.AS_IS, "apps").problems("/KEY"));
        assertEquals(
                "apps/a_b",
                NameForm.of(NamingRules.KV_V2, NameMapping.LOWER_SNAKE, "apps/").apply("A.B"));
    }

    private static String name(Random random) {
        String usual = "aAbBkKiIzZ019_-. /all";
        String rare = "\u0130\u0131\u017f\u212a\u00df\ufb01\u9375\ud83d\udd11\t\0";
        StringBuilder name = new StringBuilder();
        for (int left = random.nextInt(9); left > 0; left--) {
            String from = random.nextInt(12) == 0 ? rare : usual;
            name.append(from.charAt(random.nextInt(from.length())));
        }
        return random.nextInt(50) == 0 ? name.toString().repeat(30) : name.toString();
    }

    @Test
    void whatPassesMatchesThePatternAndNothingElseButWhiteSpaceIsRefused() {
        Random random = new Random(20261124);
        List<NamingRule> rules = new ArrayList<>(NamingRules.vendors());
        rules.addAll(NamingRules.collectionRules());
        rules.add(NamingRules.KV_V2);
        int passed = 0;
        for (int round = 0; round < 60_000; round++) {
            NamingRule rule = rules.get(random.nextInt(rules.size()));
            NameMapping mapping = NameMapping.values()[random.nextInt(3)];
            String prefix = random.nextBoolean() ? "" : name(random);
            NameForm form = NameForm.of(rule, mapping, prefix);
            String name = name(random);
            boolean passes = form.preview(List.of(name), Set.of()).passes();
            String there = form.apply(name);
            assertEquals(prefix.length() + name.length(), there.length(), "never cut");
            boolean edges = !rule.letters().any() && !name.equals(name.strip());
            boolean halves = rule.letters().any() && (half(prefix) || half(name));
            boolean fits = !name.isEmpty()
                    && !edges
                    && !halves
                    && there.length() <= rule.maxLength()
                    && !rule.reserved().contains(there)
                    && Pattern.matches(rule.pattern(), there);
            assertEquals(fits, passes, () -> rule.id() + " " + mapping + " '" + prefix + "' '" + name + "'");
            passed += passes ? 1 : 0;
        }
        assertTrue(passed > 5000, passed + " passed");
    }

    private static boolean half(String text) {
        return !new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8)
                .equals(text);
    }

    @Test
    void aPreviewIsInjectiveExactlyIfTheNamesThereAreDifferentAndFree() {
        Random random = new Random(7);
        int injective = 0;
        for (int round = 0; round < 5000; round++) {
            NameForm form = NameForm.of(NamingRules.FREE, NameMapping.values()[random.nextInt(3)], name(random));
            Set<String> names = new HashSet<>();
            for (int left = random.nextInt(6); left > 0; left--) {
                names.add(name(random));
            }
            Set<String> foreign = Set.of(form.apply(name(random)));
            NamePreview preview = form.preview(List.copyOf(names), foreign);
            Map<String, Integer> there = new HashMap<>();
            names.forEach(name -> there.merge(form.apply(name), 1, Integer::sum));
            boolean expected = there.values().stream().allMatch(number -> number == 1)
                    && there.keySet().stream().noneMatch(foreign::contains);
            assertEquals(expected, preview.injective());
            injective += expected ? 1 : 0;
        }
        assertTrue(injective > 1000 && injective < 4900, injective + " injective");
    }

    @Test
    void tenThousandNamesThatAllMeetTakeNoSquare() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1 << 14; i++) {
            StringBuilder name = new StringBuilder("KEY");
            for (int bit = 0; bit < 14; bit++) {
                name.append((i >> bit & 1) == 0 ? 'a' : 'A');
            }
            names.add(name.toString());
        }
        NamePreview preview = HOOKLISTENER.preview(names, Set.of());
        assertEquals(names, preview.lines().getFirst().writers());
        assertTrue(
                preview.lines().getFirst().writers()
                        == preview.lines().getLast().writers(),
                "one list for all");
    }
}
