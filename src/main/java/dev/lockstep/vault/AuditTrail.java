package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction adds to the audit log. An event that befalls many secrets at once becomes one entry with their number. */
final class AuditTrail {
    /** Up to this many secrets each get an entry of their own. */
    static final int EACH = 50;

    private final Map<AuditEvent, Group> groups = new LinkedHashMap<>();
    private int written;

    private static final class Group {
        private final List<Note> notes = new ArrayList<>();
        private int count;
    }

    private record Note(Optional<SecretId> subject, int count, String name, String text) {}

    /** Notes what befell one secret. */
    void note(AuditEvent event, SecretId subject, String name, String text) {
        add(event, new Note(Optional.of(subject), 1, name, cut(text)));
    }

    /** Notes what is not about one secret. */
    void note(AuditEvent event, int count, String text) {
        add(event, new Note(Optional.empty(), count, "", cut(text)));
    }

    private static String cut(String text) {
        return text.length() > AuditEntry.MAX_NOTE ? Wire.encodable(text.substring(0, AuditEntry.MAX_NOTE)) : text;
    }

    private void add(AuditEvent event, Note note) {
        Group group = groups.computeIfAbsent(event, first -> new Group());
        group.count += note.count();
        if (group.notes.size() <= EACH) {
            group.notes.add(note);
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** How many rows {@link #write} sealed. */
    int written() {
        return written;
    }

    /** Seals the entries behind those that the manifest counts; returns the manifest's new account of them. */
    Manifest.Audit write(Transaction transaction, Keyring keys, RowCipher cipher, Manifest manifest)
            throws VaultException {
        Manifest.Audit audit = manifest.audit();
        if (!isEmpty()) {
            removeForeign(transaction, audit.entries());
        }
        for (Map.Entry<AuditEvent, Group> event : groups.entrySet()) {
            for (Note note : entries(event.getValue())) {
                long number = audit.entries() + 1;
                AuditEntry entry = new AuditEntry(
                        number,
                        Instant.ofEpochMilli(manifest.wallTime()),
                        event.getKey(),
                        note.subject(),
                        note.count(),
                        note.name(),
                        note.text());
                byte[] content = AuditCodec.encode(new AuditCodec.Link(entry, audit.head()));
                SealedRow row = cipher.seal(RowAddress.audit(number), manifest.counter(), 0, content);
                transaction.putAudit(number, row.wire());
                audit = new Manifest.Audit(number, keys.chain(audit.head(), number, row.tag()));
                written++;
            }
        }
        return audit;
    }

    /** What stands behind the last entry was not written by the vault and would be in the way. */
    private void removeForeign(Transaction transaction, long entries) throws VaultException {
        int foreign = transaction.deleteAuditAfter(entries);
        if (foreign > 0) {
            note(AuditEvent.FOREIGN_ENTRIES_REMOVED, foreign, "");
        }
    }

    private static List<Note> entries(Group group) {
        return group.notes.size() <= EACH
                ? group.notes
                : List.of(new Note(
                        Optional.empty(),
                        group.count,
                        "",
                        group.notes.getFirst().text()));
    }
}
