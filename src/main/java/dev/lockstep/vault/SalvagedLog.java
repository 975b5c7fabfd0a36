package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.AuditRange;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Optional;

/** Brings the audit log of a damaged vault into a new file. Behind a gap the entries that can be read are numbered and chained anew. */
final class SalvagedLog {
    private final Salvage salvage;
    private final Transaction target;
    private final Manifest next;
    private Manifest.Audit audit = Manifest.Audit.NONE;
    private long sealings;

    /** @param next manifest of the new file */
    SalvagedLog(Salvage salvage, Transaction target, Manifest next) {
        this.salvage = salvage;
        this.target = target;
        this.next = next;
    }

    void run() throws VaultException {
        AuditRange range = salvage.orElse(new AuditRange(0, 0, 0), Transaction::auditRange);
        long counted = salvage.manifest().map(known -> known.audit().entries()).orElse(range.last());
        long from = 0;
        for (long number = 1; number <= counted; number++) {
            if (entry(number)) {
                tell(from, number - 1);
                from = 0;
            } else if (from == 0) {
                from = number;
            }
        }
        tell(from, counted);
    }

    private void tell(long from, long to) {
        if (from > 0) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.AUDIT, "", from, to));
        }
    }

    Manifest.Audit audit() {
        return audit;
    }

    long sealings() {
        return sealings;
    }

    private boolean entry(long number) throws VaultException {
        Optional<byte[]> wire = salvage.orElse(Optional.empty(), source -> source.audit(number));
        Optional<SealedRow> row = wire.flatMap(SealedRow::of);
        if (row.isEmpty()) {
            return false;
        }
        byte[] content = salvage.content(RowAddress.audit(number), row.get());
        if (content == null) {
            return false;
        }
        try {
            add(number, row.get(), AuditCodec.decode(number, content));
            return true;
        } catch (VaultException e) {
            if (e.failure() instanceof Failure.PartDamaged) {
                return false;
            }
            throw e;
        }
    }

    private void add(long number, SealedRow row, AuditCodec.Link link) throws VaultException {
        long at = audit.entries() + 1;
        SealedRow kept = row;
        if (at != number || !Arrays.equals(link.before(), audit.head())) {
            byte[] content = AuditCodec.encode(new AuditCodec.Link(link.entry(), audit.head()));
            kept = salvage.cipher().seal(RowAddress.audit(at), next.counter(), 0, content);
            sealings++;
        }
        target.putAudit(at, kept.wire());
        audit = new Manifest.Audit(at, salvage.keys().chain(audit.head(), at, kept.tag()));
    }
}
