package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.sync.plan.Standing;
import dev.lockstep.ui.kit.states.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How every secret stands at every remote.
 *
 * @param sites the columns
 * @param entries the lines, by name
 * @param totals what each column comes to
 */
record Matrix(List<Sites.Site> sites, List<Entry> entries, Map<RemoteId, Map<Sign, Integer>> totals) {
    /**
     * How one secret stands at one remote.
     *
     * @param standing empty for a name there that nobody here knows
     */
    record Cell(Sign sign, Optional<Standing> standing) {
        static final Cell UNBOUND = new Cell(Sign.UNBOUND, Optional.empty());
        static final Cell STRANGE = new Cell(Sign.FOREIGN, Optional.empty());
    }

    /**
     * One line.
     *
     * @param secret empty for a name that is only there
     * @param cells one at most for each remote
     */
    record Entry(String name, Optional<SecretId> secret, Map<RemoteId, Cell> cells) {
        Cell cell(RemoteId remote) {
            return cells.getOrDefault(remote, Cell.UNBOUND);
        }

        /** At how many remotes nothing speaks against it. */
        int fine() {
            return (int)
                    cells.values().stream().filter(cell -> cell.sign().isFine()).count();
        }
    }

    /** @param names those of secrets that no row of the plan tells */
    static Matrix of(Plan plan, Sites sites, Function<SecretId, Optional<String>> names) {
        Map<SecretId, String> known = new HashMap<>();
        for (Row row : plan.rows()) {
            row.key().secret().filter(id -> !row.name().isEmpty()).ifPresent(id -> known.put(id, row.name()));
        }
        Map<Object, Entry> found = new LinkedHashMap<>();
        for (Standing standing : plan.standings()) {
            RowKey key = standing.key();
            String name = key.secret()
                    .map(id -> known.computeIfAbsent(
                            id, asked -> names.apply(asked).orElse("")))
                    .orElse(key.there());
            Cell cell = new Cell(Sign.of(standing.state()), Optional.of(standing));
            put(found, new Entry(name, key.secret(), new HashMap<>()), key.remote(), cell);
        }
        for (Contact contact : plan.contacts()) {
            for (String name : contact.unknown()) {
                Entry entry = new Entry(name, Optional.empty(), new HashMap<>());
                put(found, entry, contact.remote(), Cell.STRANGE);
            }
        }
        List<Entry> entries = new ArrayList<>(found.values());
        entries.sort(
                Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Entry::name));
        return new Matrix(sites.all(), List.copyOf(entries), totals(entries));
    }

    /** Of some secrets alone, and of the remotes that have to do with any of them. */
    Matrix only(Only only) {
        if (only.secrets().isEmpty()) {
            return this;
        }
        List<Entry> some =
                entries.stream().filter(entry -> only.accepts(entry.secret())).toList();
        Map<RemoteId, Map<Sign, Integer>> counted = totals(some);
        List<Sites.Site> concerned =
                sites.stream().filter(site -> counted.containsKey(site.id())).toList();
        return new Matrix(concerned, some, counted);
    }

    private static void put(Map<Object, Entry> found, Entry entry, RemoteId remote, Cell cell) {
        Object line = entry.secret().isPresent() ? entry.secret().get() : entry.name();
        found.computeIfAbsent(line, first -> entry).cells().putIfAbsent(remote, cell);
    }

    private static Map<RemoteId, Map<Sign, Integer>> totals(List<Entry> entries) {
        Map<RemoteId, Map<Sign, Integer>> totals = new HashMap<>();
        for (Entry entry : entries) {
            entry.cells()
                    .forEach((remote, cell) -> totals.computeIfAbsent(remote, first -> new EnumMap<>(Sign.class))
                            .merge(cell.sign(), 1, Integer::sum));
        }
        return totals;
    }

    /** What a column comes to. */
    Map<Sign, Integer> total(RemoteId remote) {
        return totals.getOrDefault(remote, Map.of());
    }
}
