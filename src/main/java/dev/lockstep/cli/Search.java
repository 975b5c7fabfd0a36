package dev.lockstep.cli;

import dev.lockstep.model.CollectionId;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds secrets by their exact names, and collections by their titles, in one collection or in all. */
final class Search {
    private final OpenVault vault;
    private final Optional<SecretCollection> chosen;

    private Search(OpenVault vault, Optional<SecretCollection> chosen) {
        this.vault = vault;
        this.chosen = chosen;
    }

    /** @param collection what was given to name one */
    static Search in(OpenVault vault, Optional<String> collection) throws Refusal {
        Search everywhere = new Search(vault, Optional.empty());
        return collection.isEmpty()
                ? everywhere
                : new Search(vault, Optional.of(everywhere.collection(collection.get())));
    }

    /** The collection that was chosen for the whole command. */
    Optional<SecretCollection> chosen() {
        return chosen;
    }

    /** Where to look: in the chosen collection, or in all. */
    Query.Scope scope() {
        return chosen.<Query.Scope>map(each -> new Query.Scope.InCollection(each.id()))
                .orElseGet(Query.Scope.All::new);
    }

    /** That which a new secret goes to: the chosen one, or the only one. */
    SecretCollection target() throws Refusal {
        List<SecretCollection> all = vault.collections().all();
        if (chosen.isEmpty() && all.size() > 1) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.which-collection", titles(all)));
        }
        return chosen.orElseGet(all::getFirst);
    }

    /** The collection of a title, or of a name that no other one has. */
    SecretCollection collection(String named) throws Refusal {
        List<SecretCollection> all = vault.collections().all();
        Optional<SecretCollection> exact =
                all.stream().filter(each -> each.title().equals(named)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        List<SecretCollection> found =
                all.stream().filter(each -> each.name().equals(named)).toList();
        if (found.size() > 1) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.ambiguous-collection", titles(found)));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(ExitCode.NOT_FOUND, Text.of("cli.no-collection", shown(named), titles(all))));
    }

    /** The one secret of that name outside the trash. */
    Entry secret(String name) throws Refusal {
        return find(name).orElseThrow(() -> new Refusal(ExitCode.NOT_FOUND, Text.of("cli.no-secret", shown(name))));
    }

    /** The secret of that name outside the trash, if there is one. */
    Optional<Entry> find(String name) throws Refusal {
        List<Entry> found = new ArrayList<>();
        for (SecretCollection each : chosen.map(List::of).orElseGet(vault.collections()::all)) {
            vault.secrets()
                    .named(each.id(), name)
                    .flatMap(vault.catalog()::entry)
                    .ifPresent(found::add);
        }
        return only(name, found);
    }

    /** The one secret of that name in the trash. */
    Entry trashed(String name) throws Refusal {
        Catalog.Hits hits = vault.catalog().find(new Query(new Query.Scope.Trash(), "", Query.Order.NAME, false));
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i)
                    .filter(entry -> entry.name().equals(name) && in(entry))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing((Entry entry) -> entry.trashed().orElseThrow())
                .reversed());
        List<Entry> latest = found.stream()
                .collect(Collectors.toMap(Entry::collection, entry -> entry, (newer, older) -> newer))
                .values()
                .stream()
                .toList();
        return only(name, latest)
                .orElseThrow(() -> new Refusal(ExitCode.NOT_FOUND, Text.of("cli.not-in-trash", shown(name))));
    }

    /** Whether a secret is where is to be looked. */
    boolean in(Entry entry) {
        return chosen.isEmpty() || chosen.get().id().equals(entry.collection());
    }

    /** The title of a collection; empty if it is gone. */
    String title(CollectionId id) {
        return vault.collections().all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(SecretCollection::title)
                .orElse("");
    }

    private Optional<Entry> only(String name, List<Entry> found) throws Refusal {
        if (found.size() > 1) {
            String places = found.stream()
                    .map(entry -> shown(title(entry.collection())))
                    .sorted()
                    .collect(Collectors.joining("\n  ", "\n  ", ""));
            throw new Refusal(ExitCode.USAGE, Text.of("cli.ambiguous", shown(name), found.size(), places));
        }
        return found.stream().findFirst();
    }

    private static String titles(List<SecretCollection> all) {
        return all.stream().map(each -> shown(each.title())).collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    private static String shown(String text) {
        return Legible.line(text);
    }
}
