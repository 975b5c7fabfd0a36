package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Cursor;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Walks along the rows about remotes, one at a time, and opens them. */
final class SyncWalk {
    private final Transaction transaction;
    private final Keyring keys;
    private final RowCipher cipher;

    SyncWalk(Transaction transaction, Keyring keys, RowCipher cipher) {
        this.transaction = transaction;
        this.keys = keys;
        this.cipher = cipher;
    }

    /** One row that opens; its content is overwritten after the visit. */
    record Found(RowId key, RowId row, SealedRow sealed, byte[] content) {}

    /** Is shown the rows. */
    interface Visitor<E extends Exception> {
        void found(Found found) throws VaultException, E;

        /** A row that does not open, or belongs elsewhere. */
        default void unreadable(byte[] sealed) throws VaultException {
            throw damaged();
        }
    }

    /** Shows the rows about one remote, in no order that means anything. */
    <E extends Exception> void each(RemoteId remote, Visitor<E> visitor) throws VaultException, E {
        try (Cursor rows = transaction.sync(keys.syncGroup(remote.row()))) {
            while (rows.next()) {
                Cursor.Row row = rows.row();
                Optional<Found> found = open(remote, row);
                if (found.isEmpty()) {
                    visitor.unreadable(row.sealed());
                    continue;
                }
                try {
                    visitor.found(found.get());
                } finally {
                    Arrays.fill(found.get().content(), (byte) 0);
                }
            }
        }
    }

    private Optional<Found> open(RemoteId remote, Cursor.Row row) {
        Optional<SealedRow> sealed = SealedRow.of(row.sealed());
        if (sealed.isEmpty() || row.id().length != RowId.SIZE) {
            return Optional.empty();
        }
        try {
            RowId key = RowId.of(row.id());
            byte[] content = cipher.open(RowAddress.sync(key), sealed.get(), Failure.Part.SYNC);
            RowId id = SyncCodec.row(remote, content);
            return keys.syncIndex(remote.row(), id).equals(key)
                    ? Optional.of(new Found(key, id, sealed.get(), content))
                    : Optional.empty();
        } catch (VaultException notGenuine) {
            return Optional.empty();
        }
    }

    /**
     * What the rows about some remotes add up to, each of which is opened.
     *
     * @throws VaultException {@code PartDamaged} if one does not open
     */
    Manifest.Rows sum(Set<RemoteId> remotes) throws VaultException {
        Manifest.Rows[] sum = {Manifest.Rows.NONE};
        for (RemoteId remote : remotes) {
            this.<VaultException>each(remote, found -> sum[0] = sum[0].with(cipher.element(found.sealed())));
        }
        return sum[0];
    }

    /** What all rows in the file add up to; none is opened. */
    Manifest.Rows sum() throws VaultException {
        Manifest.Rows sum = Manifest.Rows.NONE;
        try (Cursor rows = transaction.sync()) {
            while (rows.next()) {
                sum = sum.with(element(rows.row().sealed()));
            }
        }
        return sum;
    }

    /** What rows add up to without one of them, which is not opened; the same if it is not there. */
    Manifest.Rows without(Manifest.Rows rows, RemoteId remote, RowId row) throws VaultException {
        return transaction
                .sync(keys.syncGroup(remote.row()), keys.syncIndex(remote.row(), row))
                .map(wire -> rows.without(element(wire)))
                .orElse(rows);
    }

    private SetHash element(byte[] wire) {
        return SealedRow.of(wire).map(cipher::element).orElse(SetHash.EMPTY);
    }

    static VaultException damaged() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.SYNC));
    }
}
