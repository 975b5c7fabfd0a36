package dev.lockstep.ui.exporting;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which secrets are exported. Those in the trash never are. */
sealed interface Choice {
    /** Those that are selected in the list. */
    record Selected(List<SecretId> ids) implements Choice {
        public Selected {
            ids = List.copyOf(ids);
        }
    }

    /** Those that the list shows, in its order. */
    record Shown(Query query) implements Choice {}

    record InCollection(SecretCollection collection) implements Choice {}

    /** All of the vault. */
    record All() implements Choice {}

    /** What a list shows. */
    static Choice of(Query shown) {
        return shown.scope().equals(Query.ALL.scope()) && shown.text().isEmpty() ? new All() : new Shown(shown);
    }

    /** Whether it is the collection that a query lists whole. */
    default boolean lists(Query query) {
        return this instanceof InCollection in
                && query.text().isEmpty()
                && query.scope().equals(in(in.collection()).scope());
    }

    /** The ids, in the order in which they are to stand. */
    default List<SecretId> ids(Catalog catalog) {
        return switch (this) {
            case Selected selected ->
                selected.ids().stream()
                        .filter(id -> catalog.entry(id).flatMap(Choice::live).isPresent())
                        .toList();
            case Shown shown -> found(catalog, shown.query());
            case InCollection in -> found(catalog, in(in.collection()));
            case All all -> found(catalog, Query.ALL);
        };
    }

    /** How many there are. */
    default int count(Catalog catalog) {
        return this instanceof Selected
                ? ids(catalog).size()
                : catalog.find(query().orElse(Query.ALL)).size();
    }

    private Optional<Query> query() {
        return switch (this) {
            case Selected selected -> Optional.empty();
            case Shown shown -> Optional.of(shown.query());
            case InCollection in -> Optional.of(in(in.collection()));
            case All all -> Optional.of(Query.ALL);
        };
    }

    private static Query in(SecretCollection collection) {
        return new Query(new Query.Scope.InCollection(collection.id()), "", Query.Order.NAME, false);
    }

    private static Optional<Entry> live(Entry entry) {
        return entry.trashed().isPresent() ? Optional.empty() : Optional.of(entry);
    }

    private static List<SecretId> found(Catalog catalog, Query query) {
        Catalog.Hits hits = catalog.find(query);
        return IntStream.range(0, hits.size()).mapToObj(hits::id).toList();
    }
}
