package dev.lockstep.vault;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a collection is for, told by the words of its environment and, where that says nothing, of its name. */
enum Environment {
    PRODUCTION,
    TEST,
    UNKNOWN;

    private static final Set<String> PRODUCTION_WORDS = Set.of("production", "prod", "live");
    private static final Set<String> TEST_WORDS = Set.of(
            "test",
            "tests",
            "testing",
            "staging",
            "stage",
            "dev",
            "development",
            "sandbox",
            "qa",
            "preprod",
            "preproduction",
            "nonprod",
            "nonproduction");
    private static final Set<String> NEGATIONS = Set.of("non", "not", "pre", "no");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Environment of(SecretCollection collection) {
        Environment said = of(collection.environment());
        return said == UNKNOWN ? of(collection.name()) : said;
    }

    /** What a text says in whole words, in any case; unknown where it says neither or both. */
    static Environment of(String text) {
        boolean production = false;
        boolean test = false;
        String before = "";
        for (String word : words(text)) {
            boolean productive = PRODUCTION_WORDS.contains(word);
            production |= productive && !NEGATIONS.contains(before);
            test |= TEST_WORDS.contains(word) || (productive && NEGATIONS.contains(before));
            before = word;
        }
        if (production == test) {
            return UNKNOWN;
        }
        return production ? PRODUCTION : TEST;
    }

    /** The words of a text in lower case; letters and digits make words, anything else parts them. */
    static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).toList();
    }
}
