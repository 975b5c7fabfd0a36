package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done with the vault, from its first day: a chain in which each entry is sealed and bound to the one before it, and the manifest
 * to the last. Whoever can write the file can cut entries out, but not so that it stays unnoticed.
 */
public final class AuditLog {
    private final Session session;

    AuditLog(Session session) {
        this.session = session;
    }

    /**
     * Some consecutive entries.
     *
     * @param entries oldest first, those that can be read
     * @param damage what is wrong between them
     */
    public record Page(List<AuditEntry> entries, List<Damage> damage) {}

    /** Entries from one number to another, both included, that are not as they were written. */
    public record Damage(long from, long to, Kind kind) {
        /** What is wrong with entries. */
        public enum Kind {
            /** They are not there. */
            MISSING,
            /** They cannot be opened. */
            ALTERED,
            /** They are genuine but do not continue what stands before them: put there from another copy of the vault. */
            REPLACED,
            /** They are more than the vault counted when it was last saved. */
            SURPLUS
        }
    }

    /** How many entries were ever written. */
    public long size() throws VaultException {
        return session.read(reading -> reading.manifest().audit().entries());
    }

    /**
     * Reads and checks entries.
     *
     * @param from number of the first, from 1
     * @param count at most so many
     */
    public Page page(long from, int count) throws VaultException {
        return session.read(reading -> {
            long size = reading.manifest().audit().entries();
            long first = Math.max(1, from);
            List<AuditEntry> entries = new ArrayList<>();
            AuditReader reader = new AuditReader(reading, first, entries::add);
            long end = Math.min(size, first + count - 1);
            for (long number = first; number <= end; number++) {
                reader.take(number);
            }
            return new Page(entries, end == size ? reader.finish() : reader.damage());
        });
    }
}
