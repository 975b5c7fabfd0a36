package dev.lockstep.sync.check;

import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one whole look at a remote found.
 *
 * @param found by name
 * @param bare of which nothing but the name was asked for, where more could have been told
 * @param unclear what cannot be kept
 */
record Looked(Map<String, Observed> found, Set<String> bare, Head.Unclear unclear) {
    /** Remembers it: what changed, and that it was looked. */
    void record(LedgerChange change, Instant begun) throws VaultException {
        Head head = change.ledger().head().listed(begun, found.size() + unclear.strange(), unclear);
        for (LedgerLine line : List.copyOf(change.ledger().lines().values())) {
            if (!found.containsKey(line.name())) {
                change.put(settled(line.seen(Optional.empty()), head));
            }
        }
        for (Map.Entry<String, Observed> seen : found.entrySet()) {
            LedgerLine line = change.line(seen.getKey());
            change.put(settled(line.seen(Optional.of(now(line, seen.getValue()))), head));
        }
        change.put(head);
    }

    private Observed now(LedgerLine line, Observed seen) {
        Optional<Observed> before = line.observed();
        if (before.isPresent() && bare.contains(line.name()) && line.entry().isEmpty()) {
            return before.get();
        }
        return before.map(known -> known.again(seen)).orElse(seen);
    }

    /** What we deleted is forgotten once a list is late enough to show it, unless it can be brought back there. */
    private static LedgerLine settled(LedgerLine line, Head head) {
        boolean kept = line.observed().filter(seen -> seen.traces().deleted()).isPresent();
        boolean shown = line.deleted().filter(head::shows).isPresent();
        return shown && !kept ? line.pastDeletion() : line;
    }
}
