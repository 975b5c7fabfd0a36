package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Sources.Source;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the code and the bundle of words together: every key exists, is used, and is given the arguments that it asks for. */
class WordsTest {
    private static final Path BUNDLE = Path.of("src/main/resources/dev/lockstep/words/words.properties");
    private static final Pattern CALL = Pattern.compile("\\bText\\s*(?:\\.\\s*of\\s*\\(|::\\s*of\\b)");
    private static final Pattern LITERAL = Pattern.compile("\\s*\"([^\"\\\\]+)\"\\s*");
    private static final Properties WORDS = new Properties();
    private static final List<Call> CALLS = new ArrayList<>();

    /**
     * One place where words are looked up.
     *
     * @param arguments the text between the parentheses, split at its commas
     */
    private record Call(Path file, List<String> arguments) {
        private boolean isLiteral() {
            return !arguments.isEmpty() && LITERAL.matcher(arguments.getFirst()).matches();
        }

        private String key() {
            return arguments.getFirst().strip().replace("\"", "");
        }
    }

    @BeforeAll
    static void readCodeAndWords() throws IOException {
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            WORDS.load(reader);
        }
        for (Source source : Sources.all()) {
            Matcher matcher = CALL.matcher(source.code());
            while (matcher.find()) {
                CALLS.add(new Call(source.file(), arguments(source.code(), matcher.end())));
            }
        }
    }

    @Test
    void keysAreWrittenAsLiterals() {
        none(
                "write Text.of(\"the.key\") so that this test can find the key",
                CALLS.stream()
                        .filter(call -> !call.isLiteral())
                        .map(call -> call.file() + ": " + call.arguments())
                        .toList());
    }

    @Test
    void everyKeyHasWords() {
        none(
                "add these keys to " + BUNDLE,
                CALLS.stream()
                        .filter(Call::isLiteral)
                        .filter(call -> !WORDS.containsKey(call.key()))
                        .map(call -> call.key() + " in " + call.file())
                        .toList());
    }

    @Test
    void everyWordIsUsed() {
        Set<String> unused = new TreeSet<>(WORDS.stringPropertyNames());
        CALLS.stream().filter(Call::isLiteral).map(Call::key).forEach(unused::remove);

        none("remove these keys from " + BUNDLE, unused);
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        none(
                "keep one of each",
                Files.readAllLines(BUNDLE).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#") && !line.startsWith(" "))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .collect(Collectors.groupingBy(key -> key, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(entry -> entry.getKey())
                        .toList());
    }

    @Test
    void wordsTakeTheArgumentsTheyAreGiven() {
        none(
                "make the places {0}, {1}, ... and the arguments match",
                CALLS.stream()
                        .filter(call -> call.isLiteral() && WORDS.containsKey(call.key()))
                        .filter(call -> places(call) != call.arguments().size() - 1)
                        .map(call -> call.key() + " in " + call.file())
                        .toList());
    }

    private static int places(Call call) {
        String words = WORDS.getProperty(call.key());
        return words.matches("(?s).*\\{\\d.*") ? new MessageFormat(words).getFormatsByArgumentIndex().length : 0;
    }

    @Test
    void apostrophesAreDoubledWhereThereArePlacesAndOnlyThere() {
        none(
                "write '' in words with {0}, and ' in words without",
                WORDS.stringPropertyNames().stream()
                        .filter(key -> WORDS.getProperty(key).contains("{0")
                                ? WORDS.getProperty(key).replace("''", "").contains("'")
                                : WORDS.getProperty(key).contains("''"))
                        .toList());
    }

    @Test
    void wordsDoNotShout() {
        none(
                "end these with a full stop or nothing",
                WORDS.stringPropertyNames().stream()
                        .filter(key -> WORDS.getProperty(key).length() > 1
                                && WORDS.getProperty(key).contains("!"))
                        .toList());
    }

    private static void none(String advice, Iterable<String> found) {
        Set<String> sorted = new TreeSet<>();
        found.forEach(sorted::add);
        assertEquals(Set.of(), sorted, advice);
    }

    /** Splits what follows an opening parenthesis at its top-level commas. */
    private static List<String> arguments(String code, int start) {
        List<String> found = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"' && code.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && depth == 0 && (c == ')' || c == ',' || c == ';')) {
                found.add(current.toString());
                current.setLength(0);
                if (c != ',') {
                    return found;
                }
                continue;
            }
            depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            current.append(c);
        }
        return found;
    }
}
