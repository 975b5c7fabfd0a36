package dev.lockstep.sync.plan;

import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.RemoteLedger;
import java.time.Instant;
import java.util.Optional;

/**
 * What may be concluded from the last list of a remote.
 *
 * @param emptied whether it was empty although things there are ours, and nobody said that this is right
 */
record Listing(Head head, int owned, boolean emptied) {
    static Listing of(RemoteNow remote) {
        RemoteLedger ledger = remote.ledger();
        int owned = ledger.owned();
        Head head = ledger.head();
        boolean empty = head.isCurrent() && head.count() == 0 && lacks(ledger);
        return new Listing(head, owned, empty && !remote.emptied());
    }

    /** Whether things are ours that the list is late enough to show. */
    private static boolean lacks(RemoteLedger ledger) {
        return ledger.lines().values().stream()
                .anyMatch(line -> line.entry()
                        .filter(entry -> ledger.head().shows(entry.when()))
                        .isPresent());
    }

    /** Why nothing may be concluded from what it lacks; empty if something may. */
    Optional<State.Why> silence() {
        if (head.complete().isEmpty()) {
            return Optional.of(State.Why.NEVER_LISTED);
        }
        if (head.failed().isPresent()) {
            return Optional.of(State.Why.LISTING_FAILED);
        }
        return emptied ? Optional.of(State.Why.LISTING_EMPTY) : Optional.empty();
    }

    /** Whether several secrets there have a name, so that nothing can be said or done about one of them. */
    boolean isDoubled(String name) {
        return head.unclear().doubled().contains(name);
    }

    /** Whether it may be older than what we did then. */
    boolean maybeBefore(Instant write) {
        return !head.shows(write);
    }

    /** When the remote was last seen: by the last whole list, or then. */
    Instant checked(Instant otherwise) {
        return head.complete().filter(listed -> listed.isAfter(otherwise)).orElse(otherwise);
    }

    Instant checked() {
        return checked(Instant.MIN);
    }
}
