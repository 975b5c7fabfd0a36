package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import dev.lockstep.remote.RemoteSecret.Traces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes without an answer that were begun in one change. In memory they are part of their lines; in the file they stand together, so that
 * beginning many of them writes one row and not one for each.
 *
 * @param writes by the names there, 1 to {@value #MAX_WRITES}
 */
record OpenWrites(RowId id, SortedMap<String, Intent> writes) implements LedgerItem {
    static final int MAX_WRITES = 256;

    /** The most bytes that they may take, so that they fit into a row. */
    private static final int MAX_BYTES = 60_000;

    /** The most bytes of a write without its texts. */
    private static final int BARE = 300;

    OpenWrites {
        writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
        writes.keySet().forEach(LedgerLine::requireName);
        if (writes.isEmpty() || writes.size() > MAX_WRITES) {
            throw new IllegalArgumentException("No open writes");
        }
    }

    /** Any number of writes, in as many items as they take. */
    static List<OpenWrites> of(SortedMap<String, Intent> writes, Supplier<RowId> ids) {
        List<OpenWrites> all = new ArrayList<>();
        SortedMap<String, Intent> next = new TreeMap<>();
        int bytes = 0;
        for (Map.Entry<String, Intent> write : writes.entrySet()) {
            int more = mostBytes(write.getKey(), write.getValue());
            if (!next.isEmpty() && (next.size() == MAX_WRITES || bytes + more > MAX_BYTES)) {
                all.add(new OpenWrites(ids.get(), next));
                next.clear();
                bytes = 0;
            }
            next.put(write.getKey(), write.getValue());
            bytes += more;
        }
        if (!next.isEmpty()) {
            all.add(new OpenWrites(ids.get(), next));
        }
        return all;
    }

    private static int mostBytes(String name, Intent write) {
        Optional<String> id = write.before().flatMap(Observed::vendorId);
        Optional<String> mask = write.before().map(Observed::traces).flatMap(Traces::mask);
        int units = name.length()
                + id.map(String::length).orElse(0)
                + mask.map(String::length).orElse(0);
        return BARE + 3 * units;
    }
}
