package dev.lockstep.transfer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an import found, in words that a test can compare. */
public final class SourceWords {
    private SourceWords() {}

    /** Each entry as {@code name=value}. */
    public static List<String> values(ImportSource source) {
        return source.entries().stream()
                .map(entry -> entry.name() + "=" + value(entry))
                .toList();
    }

    private static String value(ImportEntry entry) {
        return entry.value().use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Each entry that has any as {@code name: description #tag #tag @day}, line ends in the description as bars. */
    public static List<String> extras(ImportSource source) {
        List<String> words = new ArrayList<>();
        for (ImportEntry entry : source.entries()) {
            StringBuilder extras =
                    new StringBuilder(entry.extras().description().replace("\n", " | "));
            entry.extras().tags().forEach(tag -> extras.append(" #").append(tag));
            entry.extras().rotateBy().ifPresent(day -> extras.append(" @").append(day));
            if (!extras.isEmpty()) {
                words.add(entry.name() + ": " + extras.toString().strip());
            }
        }
        return words;
    }

    /** Each problem as {@code place KIND name}, without what is not there. */
    public static List<String> problems(ImportSource source) {
        return source.problems().stream()
                .map(problem -> (place(problem.place()) + " " + problem.kind() + " "
                                + problem.name().orElse(""))
                        .strip())
                .toList();
    }

    private static String place(Place place) {
        return place.path().isEmpty() ? Integer.toString(place.line()) : place.path();
    }

    /** Each holding as {@code count THING FATE}. */
    public static List<String> holdings(ImportSource source) {
        return source.holdings().stream()
                .map(holding -> holding.count() + " " + holding.thing() + " " + holding.fate())
                .toList();
    }
}
