package dev.lockstep.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameCheckTest {
    @Test
    void aCheckShowsHowTheNameWillAppear() {
        NameCheck check = NamingRules.HOOKLISTENER.check("stripe-api.key");
        assertEquals("STRIPE_API_KEY", check.appearsAs());
        assertEquals(List.of(), check.problems());
        assertEquals(Optional.empty(), check.fix());
    }

    @Test
    void everyKindOfProblemTellsItsFirstPlace() {
        assertProblems(NamingRules.UPPER_SNAKE, "", new NameProblem.Empty());
        assertProblems(NamingRules.UPPER_SNAKE, "2FA", new NameProblem.BadStart('2'));
        assertProblems(NamingRules.UPPER_SNAKE, "_A", new NameProblem.BadStart('_'));
        assertProblems(NamingRules.UPPER_SNAKE, "aBc", new NameProblem.WrongCase(0, 'a'));
        assertProblems(NamingRules.LOWER_SNAKE, "abC", new NameProblem.WrongCase(2, 'C'));
        assertProblems(NamingRules.UPPER_SNAKE, "A-B.C", new NameProblem.BadCharacter(1, '-'));
        assertProblems(NamingRules.UPPER_SNAKE, "A\ud83d\ude00é", new NameProblem.NonAscii(1, 0x1f600));
        assertProblems(NamingRules.VOXIMPLANT, "all", new NameProblem.Reserved("all"));
        assertProblems(NamingRules.FREE, "a\nb", new NameProblem.BadCharacter(1, '\n'));
        assertProblems(NamingRules.FREE, "a\ud83d", new NameProblem.BadCharacter(1, 0xd83d));
        assertProblems(
                NamingRules.HOOKLISTENER,
                " a{é ",
                new NameProblem.EdgeWhitespace(true),
                new NameProblem.BadCharacter(2, '{'),
                new NameProblem.NonAscii(3, 'é'),
                new NameProblem.EdgeWhitespace(false));
        assertProblems(NamingRules.HOOKPULSE, "\u00a0", new NameProblem.EdgeWhitespace(true));
    }

    @Test
    void aFixKeepsTheWords() {
        assertFix(NamingRules.UPPER_SNAKE, "stripeApiKey", "STRIPE_API_KEY");
        assertFix(NamingRules.UPPER_SNAKE, "HTTPServerKey2Use", "HTTP_SERVER_KEY2_USE");
        assertFix(NamingRules.UPPER_SNAKE, "Stripe-Api key", "STRIPE_API_KEY");
        assertFix(NamingRules.LOWER_SNAKE, "STRIPE_API2KEY", "stripe_api2key");
        assertFix(NamingRules.LOWER_SNAKE, "a__B", "a__b");
        assertFix(NamingRules.VOXIMPLANT, "stripe-api.Key", "stripe_api_Key");
        assertFix(NamingRules.ENVIRONMENT_VARIABLE, "stripe:api", "stripe_api");
    }

    @Test
    void aFixGivesABadStartALetter() {
        assertFix(NamingRules.HOOKLISTENER, "2FA_KEY", "K_2FA_KEY");
        assertFix(NamingRules.HOOKLISTENER, "2fa_key", "k_2fa_key");
        assertFix(NamingRules.UPPER_SNAKE, "2fa", "K_2FA");
        assertFix(NamingRules.LOWER_SNAKE, "2FA", "k_2fa");
        assertFix(NamingRules.HOOKLISTENER, "_TOKEN", "TOKEN");
        assertFix(NamingRules.HOOKLISTENER, "-2", "K_-2");
        assertFix(NamingRules.VOXIMPLANT, "all", "k_all");
        assertNoFix(NamingRules.HOOKLISTENER, "__");
    }

    @Test
    void aFixTakesAwayWhatNobodySees() {
        assertFix(NamingRules.HOOKLISTENER, " KEY\t", "KEY");
        assertFix(NamingRules.HOOKLISTENER, "\u00a0KEY\u200b", "KEY");
        assertFix(NamingRules.ENVIRONMENT_VARIABLE, "\ufeffKEY", "KEY");
        assertFix(NamingRules.UPPER_SNAKE, "\u0410PI\u2011KEY", "API_KEY");
        assertFix(NamingRules.UPPER_SNAKE, "\uff21\uff30\uff29", "API");
        assertFix(NamingRules.FREE, "a\tb", "a_b");
    }

    @Test
    void thereIsNoFixThatWouldLoseLettersOrLength() {
        assertNoFix(NamingRules.UPPER_SNAKE, "straße");
        assertNoFix(NamingRules.UPPER_SNAKE, "ключ");
        assertNoFix(NamingRules.HOOKLISTENER, "ﬁle");
        assertNoFix(NamingRules.HOOKLISTENER, "A\ud83d\ude00");
        assertNoFix(NamingRules.HOOKLISTENER, "A".repeat(256));
        assertNoFix(NamingRules.MIXPEEK, " ");
        assertNoFix(NamingRules.FREE, "");
        assertNoFix(NamingRules.FREE, "a\ud83d");
    }

    private static void assertProblems(NamingRule rule, String name, NameProblem... problems) {
        assertEquals(Arrays.asList(problems), rule.check(name).problems());
    }

    private static void assertFix(NamingRule rule, String name, String fix) {
        assertEquals(Optional.of(fix), rule.check(name).fix());
    }

    private static void assertNoFix(NamingRule rule, String name) {
        assertEquals(Optional.empty(), rule.check(name).fix());
    }
}
