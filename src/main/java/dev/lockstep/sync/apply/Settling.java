package dev.lockstep.sync.apply;

import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Entry;
import java.util.Optional;

/** Remembers what came to be the same on both sides, without asking anybody. */
final class Settling {
    private Settling() {}

    /**
     * Remembers what a settled row says.
     *
     * @param secret as it was planned; empty if it is gone
     */
    static void remember(LedgerChange change, Row row, Optional<Entry> secret) throws VaultException {
        LedgerLine line = change.line(row.key().there());
        Optional<LedgerEntry> ours = line.entry()
                .filter(entry -> row.key().secret().equals(Optional.of(entry.secret())))
                .filter(entry -> line.intent().isEmpty());
        if (ours.isEmpty()) {
            return;
        }
        if (row.reason() instanceof Reason.GoneBoth) {
            change.put(line.disowned());
            change.note(AuditEvent.SYNC_RELEASED, ours.get().secret(), line.name());
            return;
        }
        Optional<Observed.Verified> read = line.observed().flatMap(Observed::verified);
        if (read.isPresent() && secret.isPresent()) {
            ValueMark value =
                    new ValueMark(read.get().fingerprint(), secret.get().valueVersion());
            change.put(line.owned(ours.get()
                    .acknowledged(value, line.observed().get(), read.get().when())));
        }
    }
}
