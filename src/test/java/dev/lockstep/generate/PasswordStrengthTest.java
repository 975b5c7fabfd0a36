package dev.lockstep.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.generate.PasswordStrength.Warning;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PasswordStrengthTest {
    private static PasswordStrength judge(String text) {
        try (SecretBuffer typed = new SecretBuffer(2048)) {
            typed.insert(0, text);
            PasswordStrength strength = PasswordStrength.judge(typed);
            assertEquals(text.length(), typed.length());
            return strength;
        }
    }

    @Test
    void nothingTypedIsGuessedAtOnce() {
        assertEquals(new PasswordStrength(0, 0, 0, Optional.empty()), judge(""));
    }

    @Test
    void weakPasswordsAreToldWhatMakesThemWeak() {
        assertWeak(Warning.TOP_10_PASSWORD, "password");
        assertWeak(Warning.TOP_100_PASSWORD, "hello");
        assertWeak(Warning.LIKE_A_COMMON_PASSWORD, "p4ssw0rd");
        assertWeak(Warning.REPEATED_CHARACTER, "777777777777");
        assertWeak(Warning.REPEATED_PART, "xk7xk7xk7");
        assertWeak(Warning.SEQUENCE, "efghijklmn");
        assertWeak(Warning.DATE, "13.5.1987");
        assertWeak(Warning.SINGLE_NAME, "wojciechowski");
    }

    private static void assertWeak(Warning warning, String text) {
        PasswordStrength strength = judge(text);
        assertEquals(Optional.of(warning), strength.warning(), text);
        assertTrue(strength.score() <= 2, text);
    }

    @Test
    void fiveWordsOfTheListAreVeryHardToGuess() {
        PasswordStrength strength = judge("crouton-viability-unmixed-lurch-gleaming");
        assertEquals(4, strength.score());
        assertTrue(strength.guessesLog10() > 14, () -> "" + strength.guessesLog10());
        assertEquals(Optional.empty(), strength.warning());
        assertTrue(strength.meetsPolicy());
    }

    @Test
    void thePolicyCountsCharactersAndNotUnits() {
        assertFalse(judge("elevenchars").meetsPolicy());
        assertTrue(judge("twelve chars").meetsPolicy());
        assertFalse(judge("\ud83d\ude00".repeat(11)).meetsPolicy());
        assertTrue(judge("\ud83d\ude00".repeat(12)).meetsPolicy());
    }

    @Test
    void aLongerTextIsJudgedByItsFirstHundredCodePoints() {
        String hundred = "\ud83d\ude00".repeat(50) + "correct horse battery staple zebra lamp 7 door mat";
        PasswordStrength cut = judge(hundred + "x".repeat(900));
        assertEquals(judge(hundred).guessesLog10(), cut.guessesLog10());
        assertEquals(1000, cut.characters());
    }

    @Test
    void anyTextIsJudged() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x10000).forEach(unit -> text.append((char) (unit >>> (unit % 9))));
            PasswordStrength strength = judge(text.toString());
            assertTrue(strength.score() >= 0 && strength.score() <= 4);
        }
    }
}
