package dev.lockstep.cli;

import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses secrets of a collection by names, in which {@code *} stands for any characters and {@code ?} for one. */
final class Chosen {
    private final List<String> patterns;

    /** @param only names, several with commas between them; empty for all secrets */
    Chosen(List<String> only) {
        patterns = only.stream()
                .flatMap(each -> List.of(each.split(",", -1)).stream())
                .toList();
    }

    /** By name; each pattern has to find something. */
    List<Entry> in(OpenVault vault, SecretCollection collection) throws Refusal {
        Catalog.Hits hits = vault.catalog()
                .find(new Query(new Query.Scope.InCollection(collection.id()), "", Query.Order.NAME, false));
        List<Entry> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int i = 0; i < hits.size(); i++) {
            Entry entry = hits.entry(i).orElseThrow();
            List<String> fitting = patterns.stream()
                    .filter(pattern -> fits(entry.name(), pattern))
                    .toList();
            used.addAll(fitting);
            if (patterns.isEmpty() || !fitting.isEmpty()) {
                found.add(entry);
            }
        }
        List<String> useless =
                patterns.stream().filter(pattern -> !used.contains(pattern)).toList();
        if (!useless.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOT_FOUND,
                    Text.of(
                            "cli.run.nothing-named",
                            useless.stream().map(Legible::line).collect(Collectors.joining(", ")),
                            Legible.line(collection.title())));
        }
        return found;
    }

    /** In time of the product of both lengths, whatever the stars are. */
    static boolean fits(String name, String pattern) {
        boolean[] reached = new boolean[pattern.length() + 1];
        reached[0] = true;
        open(reached, pattern);
        for (int i = 0; i < name.length(); i++) {
            boolean[] next = new boolean[reached.length];
            for (int j = 0; j < pattern.length(); j++) {
                char wanted = pattern.charAt(j);
                next[j] |= reached[j] && wanted == '*';
                next[j + 1] = reached[j] && wanted != '*' && (wanted == '?' || wanted == name.charAt(i));
            }
            open(next, pattern);
            reached = next;
        }
        return reached[pattern.length()];
    }

    /** A star stands for nothing, too. */
    private static void open(boolean[] reached, String pattern) {
        for (int j = 0; j < pattern.length(); j++) {
            reached[j + 1] |= reached[j] && pattern.charAt(j) == '*';
        }
    }
}
