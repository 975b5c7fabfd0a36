package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows about remotes that one transaction writes. */
final class SyncTable {
    private final Transaction transaction;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Manifest manifest;
    private Manifest.Rows rows;
    private long sealings;
    private boolean changed;

    /** @param manifest of the transaction */
    SyncTable(Transaction transaction, Keyring keys, RowCipher cipher, Manifest manifest) {
        this.transaction = transaction;
        this.keys = keys;
        this.cipher = cipher;
        this.manifest = manifest;
        this.rows = manifest.sync();
    }

    /** All rows about remotes. */
    Manifest.Rows rows() {
        return rows;
    }

    /** How many rows were sealed. */
    long sealings() {
        return sealings;
    }

    boolean changed() {
        return changed;
    }

    /** Writes a row; the bytes stay the caller's. */
    void put(RemoteId remote, RowId row, byte[] bytes) throws VaultException {
        RowId key = keys.syncIndex(remote.row(), row);
        byte[] content = SyncCodec.encode(remote, row, bytes);
        try {
            RowAddress address = RowAddress.sync(key);
            SealedRow sealed = cipher.seal(address, manifest.counter(), manifest.epoch(), content);
            RowId group = keys.syncGroup(remote.row());
            subtract(group, key);
            rows = rows.with(cipher.element(sealed));
            transaction.putSync(group, key, sealed.wire());
            sealings++;
            changed = true;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Removes a row; does nothing if it is not there. */
    void delete(RemoteId remote, RowId row) throws VaultException {
        RowId group = keys.syncGroup(remote.row());
        RowId key = keys.syncIndex(remote.row(), row);
        if (subtract(group, key)) {
            transaction.deleteSync(group, key);
            changed = true;
        }
    }

    /** Takes what stands under a key out of the sum; tells whether anything does. */
    private boolean subtract(RowId group, RowId key) throws VaultException {
        Optional<byte[]> old = transaction.sync(group, key);
        if (old.isPresent()) {
            SealedRow sealed = SealedRow.of(old.get()).orElseThrow(SyncWalk::damaged);
            rows = rows.without(cipher.element(sealed));
        }
        return old.isPresent();
    }

    /** A row that was removed, still sealed. */
    record Former(RowId key, SealedRow sealed) {}

    /** Removes all rows about a remote. */
    List<Former> removeAll(RemoteId remote) throws VaultException {
        List<Former> removed = new ArrayList<>();
        walk().<VaultException>each(remote, found -> removed.add(new Former(found.key(), found.sealed())));
        RowId group = keys.syncGroup(remote.row());
        for (Former former : removed) {
            rows = rows.without(cipher.element(former.sealed()));
            transaction.deleteSync(group, former.key());
            changed = true;
        }
        return removed;
    }

    /** Writes rows about a remote that were removed. */
    void putBack(RemoteId remote, List<Former> removed) throws VaultException {
        for (Former former : removed) {
            byte[] content = cipher.open(RowAddress.sync(former.key()), former.sealed(), Failure.Part.SYNC);
            byte[] bytes = SyncCodec.bytes(content);
            try {
                put(remote, SyncCodec.row(remote, content), bytes);
            } finally {
                Arrays.fill(content, (byte) 0);
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    private SyncWalk walk() {
        return new SyncWalk(transaction, keys, cipher);
    }
}
