package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of the sidebar: counted once when first asked for, then kept up to date slot by slot. */
final class Tallies {
    private static final byte UNKNOWN = 0;
    private static final byte FINE = 1;
    private static final byte PROBLEM = 2;

    private final HeadTable heads;
    private final Map<CollectionId, NamingRule> rules = new HashMap<>();
    private final Map<CollectionId, Integer> perCollection = new HashMap<>();
    private final TreeMap<String, Integer> perTag =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(java.util.Comparator.naturalOrder()));
    private byte[] names = {};
    private boolean counted;
    private int kept;
    private int favourites;
    private int trash;

    Tallies(HeadTable heads, Map<CollectionId, SecretCollection> collections) {
        this.heads = heads;
        collections.forEach(
                (id, collection) -> NamingRules.byId(collection.rule()).ifPresent(rule -> rules.put(id, rule)));
    }

    Counts counts(LocalDate today) {
        if (!counted) {
            counted = true;
            for (int slot = 0; slot < heads.slots(); slot++) {
                if (heads.alive(slot)) {
                    add(slot);
                }
            }
        }
        int due = 0;
        int overdue = 0;
        int problems = 0;
        for (int slot = 0; slot < heads.slots(); slot++) {
            if (heads.alive(slot) && heads.longAt(slot, HeadCodec.TRASHED_AT) == 0) {
                due += due(slot, today) ? 1 : 0;
                overdue += overdue(slot, today) ? 1 : 0;
                problems += nameProblem(slot) ? 1 : 0;
            }
        }
        return new Counts(
                kept, favourites, due, overdue, problems, trash, Map.copyOf(perCollection), new TreeMap<>(perTag));
    }

    void add(int slot) {
        count(slot, 1);
    }

    void remove(int slot) {
        count(slot, -1);
    }

    private void count(int slot, int by) {
        if (!counted) {
            return;
        }
        if (heads.longAt(slot, HeadCodec.TRASHED_AT) != 0) {
            trash += by;
            return;
        }
        kept += by;
        favourites += favourite(slot) ? by : 0;
        add(perCollection, heads.collection(slot), by);
        for (String tag : heads.tags(slot)) {
            add(perTag, tag, by);
        }
    }

    private static <K> void add(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    boolean favourite(int slot) {
        return (heads.byteAt(slot, HeadCodec.FLAGS_AT) & HeadCodec.FAVOURITE) != 0;
    }

    boolean due(int slot, LocalDate today) {
        int day = heads.intAt(slot, HeadCodec.ROTATE_BY_AT);
        return day != HeadCodec.NO_DAY
                && day - (long) heads.unsignedShortAt(slot, HeadCodec.LEAD_DAYS_AT) <= today.toEpochDay();
    }

    /** Whether the rotate-by day is past. */
    boolean overdue(int slot, LocalDate today) {
        int day = heads.intAt(slot, HeadCodec.ROTATE_BY_AT);
        return day != HeadCodec.NO_DAY && day < today.toEpochDay();
    }

    boolean tagged(int slot, String tag) {
        return heads.tags(slot).contains(tag);
    }

    /** Whether the name breaks the rule of its collection. */
    boolean nameProblem(int slot) {
        if (slot >= names.length) {
            names = Arrays.copyOf(names, Math.max(16, heads.slots() + heads.slots() / 4));
        }
        if (names[slot] == UNKNOWN) {
            NamingRule rule = rules.get(heads.collection(slot));
            boolean fine = rule == null || rule.accepts(heads.name(slot));
            names[slot] = fine ? FINE : PROBLEM;
        }
        return names[slot] == PROBLEM;
    }
}
