package dev.lockstep.transfer;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What was imported, as lines to compare: {@code NAME=value | description | tags | day}, with what is empty left out at the end. */
public record Imported(List<String> entries, List<String> problems, List<String> holdings) {
    /** Closes the source. */
    public static Imported of(ImportSource source) {
        try (source) {
            return new Imported(
                    source.entries().stream().map(Imported::line).toList(),
                    source.problems().stream().map(Imported::line).toList(),
                    source.holdings().stream()
                            .map(held -> held.thing() + " " + held.fate() + " " + held.count())
                            .toList());
        }
    }

    private static String line(ImportEntry entry) {
        ImportEntry.Extras extras = entry.extras();
        String line = entry.name() + "=" + text(entry.value())
                + " | " + extras.description()
                + " | " + String.join(",", extras.tags())
                + " | " + extras.rotateBy().map(Object::toString).orElse("");
        return line.replaceAll("( \\| )+$", "").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String line(ImportProblem problem) {
        Place place = problem.place();
        return (place.path().isEmpty() ? Integer.toString(place.line()) : place.path())
                + " " + problem.kind()
                + problem.name().map(name -> " " + name).orElse("");
    }

    private static String text(SecretValue value) {
        return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The names of the entries. */
    public List<String> names() {
        return entries.stream()
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toList());
    }
}
