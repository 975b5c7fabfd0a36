package dev.lockstep.sync.apply;

import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a write without an answer, as far as what was seen since tells. A value that was read back tells all. A list tells what it shows
 * only once it is late enough, and never who wrote what stands there: where that is the question, the outcome stays unknown.
 *
 * @param line with the write closed
 * @param done whether it was done
 */
record Resolution(LedgerLine line, boolean done) {
    /** What is known of a line with a write open; empty if the outcome stays unknown. */
    static Optional<Resolution> of(RemoteLedger ledger, LedgerLine line, Intent write) {
        Head head = ledger.head();
        if (head.unclear().doubled().contains(line.name())) {
            return Optional.empty();
        }
        Optional<Observed.Verified> read = line.observed()
                .flatMap(Observed::verified)
                .filter(seen -> !seen.when().isBefore(write.when()));
        if (read.isPresent() && write.sent().isPresent()) {
            Fingerprint sent = write.sent().get().fingerprint();
            return read(line, write, sent, read.get());
        }
        boolean emptied = head.count() == 0 && ledger.owned() > 0;
        if (!head.isCurrent() || emptied || !head.shows(write.when())) {
            return Optional.empty();
        }
        return listed(line, write, head.complete().orElseThrow());
    }

    private static Optional<Resolution> read(LedgerLine line, Intent write, Fingerprint sent, Observed.Verified read) {
        if (read.fingerprint().equals(sent)) {
            Observed seen = line.observed().orElseThrow();
            return Optional.of(new Resolution(Closing.written(line, write, seen, read.when()), true));
        }
        boolean late = !read.when().isBefore(write.when().plus(Head.SETTLING));
        return late ? Optional.of(undone(line)) : Optional.empty();
    }

    private static Optional<Resolution> listed(LedgerLine line, Intent write, Instant when) {
        Optional<Observed> there = line.observed().filter(seen -> !seen.traces().deleted());
        return switch (write.action()) {
            case CREATE -> there.isEmpty() ? Optional.of(undone(line)) : Optional.empty();
            case UPDATE ->
                there.isEmpty() || isUntouched(write.before(), there.get())
                        ? Optional.of(undone(line))
                        : Optional.empty();
            case DELETE ->
                Optional.of(
                        there.isEmpty() || isAnother(write.before(), there.get())
                                ? new Resolution(gone(line, when), true)
                                : undone(line));
            case ADOPT, PULL_NEW, PULL_VERSION -> Optional.empty();
        };
    }

    /** What the list shows stays known: that it can be brought back there, or that another one has the name. */
    private static LedgerLine gone(LedgerLine line, Instant when) {
        boolean kept = line.observed().filter(seen -> seen.traces().deleted()).isPresent();
        return kept ? line.deleted(when).seen(line.observed()) : line.disowned();
    }

    private static Resolution undone(LedgerLine line) {
        return new Resolution(Closing.withdrawn(line, Optional.empty(), Result.NOT_SENT), false);
    }

    /** Whether what changes with every write is as it was before. */
    private static boolean isUntouched(Optional<Observed> before, Observed now) {
        if (before.isEmpty() || isAnother(before, now)) {
            return false;
        }
        Traces then = before.get().traces();
        boolean counted =
                then.version().isPresent() && then.version().equals(now.traces().version());
        boolean timed = then.modified().isPresent()
                && then.modified().equals(now.traces().modified());
        return counted || timed;
    }

    private static boolean isAnother(Optional<Observed> before, Observed now) {
        return before.flatMap(Observed::vendorId)
                .flatMap(id -> now.vendorId().map(other -> !other.equals(id)))
                .orElse(false);
    }
}
