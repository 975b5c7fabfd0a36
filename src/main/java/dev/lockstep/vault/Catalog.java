package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import java.util.Optional;

/**
 * The heads of all secrets of an unlocked vault, kept outside the heap, searched and sorted without making objects. Safe for use by
 * several threads. After the vault is locked it is empty.
 */
public final class Catalog {
    Catalog() {}

    /** A list of found secrets; entries are decoded when asked for. Immutable; it stays valid while the catalog changes. */
    public interface Hits {
        int size();

        SecretId id(int index);

        /** Empty if the secret is gone since the search. */
        Optional<Entry> entry(int index);
    }

    public Hits find(Query query) {
        throw new UnsupportedOperationException();
    }

    public Optional<Entry> entry(SecretId id) {
        throw new UnsupportedOperationException();
    }

    public Counts counts() {
        throw new UnsupportedOperationException();
    }
}
