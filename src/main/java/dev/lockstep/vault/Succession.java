package dev.lockstep.vault;

import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/** Puts another whole state of an open vault in the place of its file, above every counter that was seen; the vault stays open and shows it. */
final class Succession {
    private final Session session;

    Succession(Session session) {
        this.session = session;
    }

    /** What the audit log is to tell. */
    record Note(AuditEvent event, String text) {}

    /**
     * Goes on with a copy of an earlier state in the place of the present file, whose ways in stay.
     *
     * @param draft whole and checked, not yet made the next state
     * @param kept name under which the present file stays
     * @throws VaultException {@code Busy} if another process has the vault open; then nothing has changed
     */
    void goBackTo(Path draft, Path kept, Note note) throws VaultException {
        session.alone(inside -> {
            Present present = present(inside);
            long above = Math.max(
                    inside.contents().manifest().counter(), inside.anchor().seen());
            write(inside, draft, above, present.slots(), note);
            return take(inside, draft, kept, present);
        });
        session.changed();
    }

    /**
     * Goes on with a finished next state.
     *
     * @param from the manifest row of the present state from which it was made
     * @throws VaultException {@code Busy} if the present state is another by now, or another process has the vault open
     */
    void goOnWith(Path draft, Path kept, byte[] from) throws VaultException {
        session.alone(inside -> {
            Present present = present(inside);
            SealedState.requireSame(from, present.manifest());
            return take(inside, draft, kept, present);
        });
        session.changed();
    }

    private record Present(SortedMap<Integer, byte[]> slots, byte[] manifest) {}

    private static Present present(Session.Inside inside) throws VaultException {
        return inside.store().<Present, VaultException>read(transaction -> {
            inside.contents().catchUp(transaction);
            return new Present(transaction.slots(), SealedState.manifestWire(transaction));
        });
    }

    private boolean take(Session.Inside inside, Path draft, Path kept, Present present) throws VaultException {
        inside.store()
                .replace(
                        draft,
                        Optional.of(kept),
                        old -> SealedState.requireSame(
                                present.manifest(), old.manifest().orElse(null)));
        SealedRow row = inside.store().<SealedRow, VaultException>read(transaction -> {
            inside.contents().catchUp(transaction);
            return SealedState.manifestRow(transaction);
        });
        session.heldBack().overtaken();
        inside.anchor().remember(inside.contents().manifest(), row);
        return true;
    }

    /** Writes the next state into a copy, and leaves it closed and without a log. */
    private void write(Session.Inside inside, Path copy, long above, SortedMap<Integer, byte[]> slots, Note note)
            throws VaultException {
        Surroundings around = session.around();
        try (VaultStore store = VaultStore.open(copy);
                RowCipher cipher = inside.keys().cipher()) {
            store.<Boolean, VaultException>write(transaction -> {
                Contents former =
                        new Contents(inside.keys(), cipher, around.clock(), SealedState.read(transaction), null);
                try {
                    Batch batch = former.change(
                            transaction,
                            RowId.random(around.random()),
                            around.clock().millis(),
                            above);
                    batch.slots().become(slots);
                    batch.audit().note(note.event(), 1, note.text());
                    return batch.finish();
                } finally {
                    former.wipe();
                }
            });
        }
    }
}
