package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.AuditRange;
import dev.lockstep.vault.AuditLog.Damage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks along the chain of the audit log, entry by entry, and notes where it is not as it was written. */
final class AuditReader {
    private final Consumer<AuditEntry> entries;
    private final List<Damage> damage = new ArrayList<>();
    private byte[] chain = Manifest.Audit.NONE.head();
    private boolean known = true;

    /**
     * Stands before the first entry.
     *
     * @param entries told each entry that can be read
     */
    AuditReader(Consumer<AuditEntry> entries) {
        this.entries = entries;
    }

    /** Goes behind an entry without telling of it; where that one cannot be read, the next is not compared with it. */
    void skipTo(Reading reading, long number) throws VaultException {
        if (number > 0) {
            AuditReader silent = new AuditReader(entry -> {});
            silent.known = false;
            silent.take(reading, number);
            chain = silent.chain;
            known = silent.known;
        }
    }

    /** Reads the next entry. */
    void take(Reading reading, long number) throws VaultException {
        Optional<byte[]> wire = reading.transaction().audit(number);
        if (wire.isEmpty()) {
            broken(number, Damage.Kind.MISSING);
            return;
        }
        Optional<SealedRow> row = SealedRow.of(wire.get());
        Optional<AuditCodec.Link> link = row.flatMap(genuine -> open(reading, number, genuine));
        if (link.isEmpty()) {
            broken(number, Damage.Kind.ALTERED);
            return;
        }
        if (known && !Arrays.equals(chain, link.get().before())) {
            broken(number, Damage.Kind.REPLACED);
        }
        entries.accept(link.get().entry());
        chain = reading.keys().chain(link.get().before(), number, row.get().tag());
        known = true;
    }

    private static Optional<AuditCodec.Link> open(Reading reading, long number, SealedRow row) {
        try {
            byte[] content = reading.cipher().open(RowAddress.audit(number), row, Failure.Part.AUDIT);
            return Optional.of(AuditCodec.decode(number, content));
        } catch (VaultException e) {
            return Optional.empty();
        }
    }

    List<Damage> damage() {
        return damage;
    }

    /** Compares the end of the log, once it was reached, with the manifest; returns all damage. */
    List<Damage> finish(Reading reading) throws VaultException {
        Manifest.Audit audit = reading.manifest().audit();
        if (known && !Arrays.equals(chain, audit.head())) {
            broken(audit.entries(), Damage.Kind.REPLACED);
        }
        AuditRange range = reading.transaction().auditRange();
        if (range.last() > audit.entries()) {
            damage.add(new Damage(audit.entries() + 1, range.last(), Damage.Kind.SURPLUS));
        }
        if (range.count() > 0 && range.first() < 1) {
            damage.add(new Damage(range.first(), 0, Damage.Kind.SURPLUS));
        }
        return damage;
    }

    private void broken(long number, Damage.Kind kind) {
        known = false;
        boolean continues = !damage.isEmpty()
                && damage.getLast().kind() == kind
                && damage.getLast().to() == number - 1;
        damage.add(new Damage(continues ? damage.removeLast().from() : number, number, kind));
    }
}
