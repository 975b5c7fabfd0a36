package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done with the vault, from its first day: a chain in which each entry is sealed and bound to the one before it, and the manifest
 * to the last. Whoever can write the file can cut entries out, but not so that it stays unnoticed.
 */
public final class AuditLog {
    /** A check lets other work on the vault pass after so many entries. */
    private static final int STRETCH = 200;

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
     * Reads and checks entries, the first of them also against the one before it.
     *
     * @param from number of the first, from 1
     * @param count at most so many
     */
    public Page page(long from, int count) throws VaultException {
        return session.read(reading -> {
            long first = Math.max(1, from);
            List<AuditEntry> entries = new ArrayList<>();
            AuditReader reader = new AuditReader(entries::add);
            reader.skipTo(reading, first - 1);
            return new Page(entries, walk(reading, reader, first, count));
        });
    }

    private static List<Damage> walk(Reading reading, AuditReader reader, long first, int count) throws VaultException {
        long size = reading.manifest().audit().entries();
        long last = Math.min(size, first + count - 1);
        for (long number = first; number <= last; number++) {
            reader.take(reading, number);
        }
        return last == size ? reader.finish(reading) : reader.damage();
    }

    /**
     * Follows the whole chain from the first entry to the manifest. Other work on the vault goes on meanwhile, and what it adds is checked
     * too. Interrupting the thread ends it.
     *
     * @return all damage; empty if every entry is there as it was written
     */
    public List<Damage> check(Progress progress) throws VaultException, InterruptedException {
        AuditReader reader = new AuditReader(entry -> {});
        long size = size();
        for (long first = 1; first <= size; first += STRETCH) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long from = first;
            size = session.read(reading -> {
                walk(reading, reader, from, STRETCH);
                return reading.manifest().audit().entries();
            });
            progress.at(Math.min(size, from + STRETCH - 1), size);
        }
        return List.copyOf(reader.damage());
    }

    /**
     * Notes that this log was written to a file, where the vault can be written.
     *
     * @param file its name
     */
    public void exported(String file) throws VaultException {
        session.note(batch -> batch.audit().note(AuditEvent.EXPORTED, 0, file));
    }
}
