package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

/**
 * The heads of all secrets of an unlocked vault, kept outside the heap, searched and sorted without making objects. Safe for use by
 * several threads. After the vault is locked it is empty.
 */
public final class Catalog {
    /** Above this many changes at once, orders are made anew instead of changed. */
    private static final int MANY = 64;

    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Query.Order, SlotOrder> orders = new EnumMap<>(Query.Order.class);
    private HeadTable heads = new HeadTable(0);
    private Map<CollectionId, SecretCollection> collections = Map.of();
    private Tallies tallies = new Tallies(heads, collections);

    Catalog(Clock clock) {
        this.clock = clock;
    }

    /** A list of found secrets; entries are decoded when asked for. Immutable; it stays valid while the catalog changes. */
    public final class Hits {
        private final SecretId[] none = {};
        private final long[] ids;

        private Hits(long[] ids) {
            this.ids = ids;
        }

        public int size() {
            return ids.length / 2;
        }

        public SecretId id(int index) {
            return new SecretId(new dev.lockstep.model.RowId(ids[2 * index], ids[2 * index + 1]));
        }

        /** Empty if the secret is gone since the search. */
        public Optional<Entry> entry(int index) {
            return Catalog.this.entry(id(index));
        }
    }
}
