package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
    public interface Hits {
        int size();

        SecretId id(int index);

        /** Empty if the secret is gone since the search. */
        Optional<Entry> entry(int index);
    }

    private final class Found implements Hits {
        private final long[] ids;

        private Found(long[] ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.length / 2;
        }

        @Override
        public SecretId id(int index) {
            return new SecretId(new RowId(ids[2 * index], ids[2 * index + 1]));
        }

        @Override
        public Optional<Entry> entry(int index) {
            return Catalog.this.entry(id(index));
        }
    }

    /** Lists what a query finds, in its order. */
    public Hits find(Query query) {
        turn.lock();
        try {
            SlotOrder order = orders.computeIfAbsent(query.order(), this::sorted);
            // Asked in the order in which they lie in memory.
            IntPredicate matching = matching(query);
            boolean[] wanted = new boolean[heads.slots()];
            for (int slot = 0; slot < wanted.length; slot++) {
                wanted[slot] = heads.alive(slot) && matching.test(slot);
            }
            long[] ids = new long[2 * order.size()];
            int found = 0;
            for (int i = 0; i < order.size(); i++) {
                int slot = order.at(query.descending() ? order.size() - 1 - i : i);
                if (wanted[slot]) {
                    ids[found++] = heads.idHigh(slot);
                    ids[found++] = heads.idLow(slot);
                }
            }
            return new Found(Arrays.copyOf(ids, found));
        } finally {
            turn.unlock();
        }
    }

    public Optional<Entry> entry(SecretId id) {
        try {
            return head(id).map(found -> found.head().entry(id, found.version()));
        } catch (VaultException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many secrets each list of the sidebar holds. */
    public Counts counts() {
        turn.lock();
        try {
            return tallies.counts(today());
        } finally {
            turn.unlock();
        }
    }

    /** Reports on all secrets outside the trash. */
    HealthReport health(Sightings sightings) {
        turn.lock();
        try {
            SlotOrder names = orders.computeIfAbsent(Query.Order.NAME, this::sorted);
            return new HealthScan(heads, tallies, collections, sightings, clock).report(names);
        } finally {
            turn.unlock();
        }
    }

    /** Whether a query finds a secret. */
    public boolean finds(Query query, SecretId id) {
        turn.lock();
        try {
            int slot = heads.slot(id);
            return slot >= 0 && matching(query).test(slot);
        } finally {
            turn.unlock();
        }
    }

    private IntPredicate matching(Query query) {
        IntPredicate scope = scope(query.scope());
        List<byte[]> words = Folding.words(query.text());
        return slot -> heads.contains(slot, words) && scope.test(slot);
    }

    private IntPredicate scope(Query.Scope scope) {
        LocalDate today = today();
        IntPredicate kept = slot -> heads.longAt(slot, HeadCodec.TRASHED_AT) == 0;
        return switch (scope) {
            case Query.Scope.All every -> kept;
            case Query.Scope.Trash every -> kept.negate();
            case Query.Scope.Favourites every -> kept.and(tallies::favourite);
            case Query.Scope.RotateSoon every -> kept.and(slot -> tallies.due(slot, today));
            case Query.Scope.NameProblems every -> kept.and(tallies::nameProblem);
            case Query.Scope.InCollection in -> kept.and(slot -> heads.in(slot, in.collection()));
            case Query.Scope.Tagged tagged -> kept.and(slot -> tallies.tagged(slot, tagged.tag()));
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private SlotOrder sorted(Query.Order order) {
        int[] live = IntStream.range(0, heads.slots()).filter(heads::alive).toArray();
        Comparisons comparisons = new Comparisons(heads, id -> {
            SecretCollection collection = collections.get(id);
            return collection == null ? "" : collection.title();
        });
        return new SlotOrder(live, comparisons.by(order));
    }

    /** Takes a newly loaded table over and overwrites the former one. */
    void replace(HeadTable loaded, Map<CollectionId, SecretCollection> known) {
        turn.lock();
        try {
            heads.close();
            heads = loaded;
            orders.clear();
            collections(known);
        } finally {
            turn.unlock();
        }
    }

    /** Sorts by name ahead of the first question for it. */
    void prepare() {
        turn.lock();
        try {
            orders.computeIfAbsent(Query.Order.NAME, this::sorted);
        } finally {
            turn.unlock();
        }
    }

    void collections(Map<CollectionId, SecretCollection> known) {
        turn.lock();
        try {
            collections = known;
            tallies = new Tallies(heads, known);
            orders.remove(Query.Order.COLLECTION);
        } finally {
            turn.unlock();
        }
    }

    /** Takes over what one transaction changed. */
    void apply(List<Batch.HeadChange> changes) {
        turn.lock();
        try {
            if (changes.size() > MANY) {
                orders.clear();
            }
            for (Batch.HeadChange change : changes) {
                int old = heads.slot(change.id());
                if (old >= 0) {
                    tallies.remove(old);
                    orders.values().forEach(order -> order.remove(old));
                }
                if (change.content() == null) {
                    heads.remove(old);
                } else {
                    int slot = heads.put(change.id(), change.version(), change.content());
                    Arrays.fill(change.content(), (byte) 0);
                    tallies.add(slot);
                    orders.values().forEach(order -> order.add(slot));
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** The head as it stands, with its version. */
    Optional<Versioned> head(SecretId id) throws VaultException {
        turn.lock();
        try {
            int slot = heads.slot(id);
            return slot < 0 ? Optional.empty() : Optional.of(new Versioned(heads.head(slot), heads.version(slot)));
        } finally {
            turn.unlock();
        }
    }

    /** The content of a head as it stands, as {@link HeadCodec} has it, in a new array. */
    Optional<byte[]> content(SecretId id) {
        turn.lock();
        try {
            int slot = heads.slot(id);
            return slot < 0 ? Optional.empty() : Optional.of(heads.content(slot));
        } finally {
            turn.unlock();
        }
    }

    /** The secret of that name in a collection and outside the trash. */
    Optional<SecretId> named(CollectionId collection, String name) {
        turn.lock();
        try {
            int slot = heads.named(collection, name);
            return slot < 0 ? Optional.empty() : Optional.of(heads.id(slot));
        } finally {
            turn.unlock();
        }
    }

    /** The secrets that were moved to the trash before a moment, in no order. */
    List<SecretId> trashedBefore(Instant moment) {
        turn.lock();
        try {
            return IntStream.range(0, heads.slots())
                    .filter(heads::alive)
                    .filter(slot -> {
                        long when = heads.longAt(slot, HeadCodec.TRASHED_AT);
                        return when != 0 && when < moment.toEpochMilli();
                    })
                    .mapToObj(heads::id)
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    /** Whether a collection holds any secret, in the trash or not. */
    boolean holdsAny(CollectionId collection) {
        turn.lock();
        try {
            return IntStream.range(0, heads.slots()).filter(heads::alive).anyMatch(slot -> heads.in(slot, collection));
        } finally {
            turn.unlock();
        }
    }

    /** A head and the version of its row. */
    record Versioned(Head head, long version) {}

    /** Overwrites all heads; the catalog is empty afterwards. */
    void wipe() {
        replace(new HeadTable(0), Map.of());
    }
}
