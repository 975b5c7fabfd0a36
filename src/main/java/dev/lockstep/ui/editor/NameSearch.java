package dev.lockstep.ui.editor;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a name is taken in a collection by another secret. Reads the catalog only; not for the JavaFX thread. */
record NameSearch(
        CollectionId collection, String name, @Nullable SecretId self) {
    boolean taken(Catalog catalog) {
        Query query = new Query(new Query.Scope.InCollection(collection), name, Query.Order.NAME, false);
        Catalog.Hits hits = catalog.find(query);
        for (int i = 0; i < hits.size(); i++) {
            Optional<Entry> entry = hits.entry(i);
            if (entry.isPresent() && isOther(entry.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOther(Entry entry) {
        return entry.name().equals(name) && !entry.id().equals(self);
    }
}
