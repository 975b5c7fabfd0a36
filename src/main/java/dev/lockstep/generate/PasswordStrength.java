package dev.lockstep.generate;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.lockstep.cleartext.SecretBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How hard a password is to guess for somebody who knows how people choose them, by zxcvbn.
 *
 * <p>zxcvbn looks every part of the password up in its word lists and makes a {@code String} of each part for that, the whole password in
 * lower case included. They cannot be wiped, only left to the collector: judge a password where a new one is chosen, never at unlock, and
 * let the heap be scrubbed afterwards. What it keeps itself is wiped here, and the result holds numbers only.
 *
 * @param score 0 (guessed at once) to 4 (very hard to guess)
 * @param guessesLog10 decimal logarithm of the number of guesses it takes
 * @param characters length in code points
 * @param warning what makes it weak; only for scores up to 2, and not for all of them
 */
public record PasswordStrength(int score, double guessesLog10, int characters, Optional<Warning> warning) {
    /** The least length in code points. Five words, even of two letters, with anything between them are longer. */
    public static final int MINIMUM_CHARACTERS = 12;
    /** How many code points are looked at; the effort grows with the third power. What follows can only make it stronger. */
    static final int JUDGED = 100;

    /** What makes a password weak. */
    public enum Warning {
        ROW_OF_KEYS,
        KEYBOARD_PATTERN,
        REPEATED_CHARACTER,
        REPEATED_PART,
        SEQUENCE,
        RECENT_YEAR,
        DATE,
        TOP_10_PASSWORD,
        TOP_100_PASSWORD,
        COMMON_PASSWORD,
        LIKE_A_COMMON_PASSWORD,
        SINGLE_WORD,
        SINGLE_NAME,
        COMMON_NAME
    }

    /** Whether it may protect a vault: at least {@value #MINIMUM_CHARACTERS} characters. */
    public boolean meetsPolicy() {
        return characters >= MINIMUM_CHARACTERS;
    }

    /**
     * Judges what was typed; the buffer keeps its content. Takes about a millisecond for 20 characters and in bad cases more than a second
     * for 100, and the first call half a second more to load the word lists: call it in the background, with a copy of the buffer.
     */
    public static PasswordStrength judge(SecretBuffer typed) {
        int characters = Character.codePointCount(typed, 0, typed.length());
        if (characters == 0) {
            return new PasswordStrength(0, 0, 0, Optional.empty());
        }
        char[] units = new char[Character.offsetByCodePoints(typed, 0, Math.min(characters, JUDGED))];
        try {
            for (int i = 0; i < units.length; i++) {
                units[i] = typed.charAt(i);
            }
            return judge(units, characters);
        } finally {
            Arrays.fill(units, '\0');
        }
    }

    private static PasswordStrength judge(char[] units, int characters) {
        Strength measured = Loaded.ZXCVBN.measure(CharBuffer.wrap(units));
        try {
            String key = measured.getFeedback().withResourceBundle(null).getWarning();
            return new PasswordStrength(measured.getScore(), measured.getGuessesLog10(), characters, warning(key));
        } finally {
            measured.wipe();
        }
    }

    private static Optional<Warning> warning(String key) {
        return Optional.ofNullable(
                switch (key) {
                    case "feedback.spatial.warning.straightRowsOfKeys" -> Warning.ROW_OF_KEYS;
                    case "feedback.spatial.warning.shortKeyboardPatterns" -> Warning.KEYBOARD_PATTERN;
                    case "feedback.repeat.warning.likeAAA" -> Warning.REPEATED_CHARACTER;
                    case "feedback.repeat.warning.likeABCABCABC" -> Warning.REPEATED_PART;
                    case "feedback.sequence.warning.likeABCor6543" -> Warning.SEQUENCE;
                    case "feedback.regex.warning.recentYears" -> Warning.RECENT_YEAR;
                    case "feedback.date.warning.dates" -> Warning.DATE;
                    case "feedback.dictionary.warning.passwords.top10" -> Warning.TOP_10_PASSWORD;
                    case "feedback.dictionary.warning.passwords.top100" -> Warning.TOP_100_PASSWORD;
                    case "feedback.dictionary.warning.passwords.veryCommon" -> Warning.COMMON_PASSWORD;
                    case "feedback.dictionary.warning.passwords.similar" -> Warning.LIKE_A_COMMON_PASSWORD;
                    case "feedback.dictionary.warning.englishWikipedia.itself" -> Warning.SINGLE_WORD;
                    case "feedback.dictionary.warning.etc.namesThemselves" -> Warning.SINGLE_NAME;
                    case "feedback.dictionary.warning.etc.namesCommon" -> Warning.COMMON_NAME;
                    default -> null;
                });
    }

    private static final class Loaded {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
