package dev.lockstep.sync.apply;

import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Claim;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.vault.AuditEvent;
import java.time.Instant;
import java.util.Optional;

/** What is known of a name once it is known what became of the write that it has open. */
final class Closing {
    private Closing() {}

    /**
     * After the write was done.
     *
     * @param told by the vendor of how it stands there now; empty if nothing was
     */
    static LedgerLine done(LedgerLine line, Intent write, Optional<RemoteSecret> told, Instant now) {
        return write.action() == Action.DELETE ? line.deleted(now) : written(line, write, seen(line, write, told), now);
    }

    /** After it was found that a value stands there as it was sent. */
    static LedgerLine written(LedgerLine line, Intent write, Observed seen, Instant now) {
        LedgerEntry entry = line.entry()
                .filter(ours -> write.action() == Action.UPDATE)
                .orElseGet(() -> new LedgerEntry(
                        write.secret(),
                        Claim.CREATED,
                        Optional.empty(),
                        Optional.empty(),
                        seen.traces(),
                        now,
                        Result.DONE));
        return line.owned(entry.acknowledged(write.sent().orElseThrow(), seen, now))
                .seen(Optional.of(seen));
    }

    /** What an answer tells, and what a write leaves as it was. */
    private static Observed seen(LedgerLine line, Intent write, Optional<RemoteSecret> told) {
        Optional<Observed> now = told.map(Observed::of);
        Traces traces = now.map(Observed::traces).orElse(Traces.NONE);
        Optional<String> id = now.flatMap(Observed::vendorId);
        if (write.action() == Action.CREATE) {
            return new Observed(id, traces, Optional.empty());
        }
        Optional<Instant> created =
                line.observed().flatMap(before -> before.traces().created());
        Traces kept = new Traces(
                traces.created().or(() -> created),
                traces.modified(),
                traces.mask(),
                traces.version(),
                traces.deleted());
        return new Observed(id.or(() -> vendorId(line)), kept, Optional.empty());
    }

    /**
     * After it became known that the write was not done.
     *
     * @param former a write that was open before it, and is so again
     */
    static LedgerLine withdrawn(LedgerLine line, Optional<Intent> former, Result result) {
        return new LedgerLine(
                line.name(), line.entry().map(entry -> entry.ended(result)), line.observed(), former, line.deleted());
    }

    /** While it is not known. */
    static LedgerLine open(LedgerLine line) {
        return withdrawn(line, line.intent(), Result.UNKNOWN);
    }

    /** By which the vendor wants it named; what was seen there last counts more than what was once told. */
    static Optional<String> vendorId(LedgerLine line) {
        return line.observed().flatMap(Observed::vendorId).or(() -> line.entry().flatMap(LedgerEntry::vendorId));
    }

    /** How the audit log calls a write that was done. */
    static AuditEvent event(Action action) {
        return switch (action) {
            case CREATE -> AuditEvent.SYNC_CREATED;
            case UPDATE -> AuditEvent.SYNC_UPDATED;
            case DELETE -> AuditEvent.SYNC_DELETED;
            case ADOPT -> AuditEvent.SYNC_ADOPTED;
            case PULL_NEW, PULL_VERSION -> AuditEvent.SYNC_PULLED;
        };
    }
}
