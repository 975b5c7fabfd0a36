package dev.lockstep.sync.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of one remote at one moment.
 *
 * @param lines by the names there
 */
public record RemoteLedger(Head head, SortedMap<String, LedgerLine> lines) {
    /** Of a remote of which nothing is known. */
    public static final RemoteLedger EMPTY = new RemoteLedger(Head.NONE, Collections.emptySortedMap());

    /** The lines as they are now. */
    public static RemoteLedger of(Head head, Collection<LedgerLine> lines) {
        SortedMap<String, LedgerLine> sorted = new TreeMap<>();
        for (LedgerLine line : lines) {
            if (sorted.put(line.name(), line) != null) {
                throw new IllegalArgumentException("Two lines of one name");
            }
        }
        return new RemoteLedger(head, Collections.unmodifiableSortedMap(sorted));
    }

    public Optional<LedgerLine> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /** How many names there are ours. */
    public int owned() {
        return (int)
                lines.values().stream().filter(line -> line.entry().isPresent()).count();
    }
}
