package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The heads of many secrets whose values are shown at one moment: read in one walk, sealed side by side, written in the order of the file. */
final class ShownHeads {
    private final List<SecretId> ids;
    private final byte[][] contents;
    private final byte[][] rows;
    private final SetHash[] changes;

    /** @param ids at least one, each once, in the order of the file */
    ShownHeads(List<SecretId> ids) {
        this.ids = ids;
        this.contents = new byte[ids.size()][];
        this.rows = new byte[ids.size()][];
        this.changes = new SetHash[ids.size()];
    }

    /** Takes the heads as they were last committed, with another time of being shown. */
    void read(Transaction transaction, Catalog catalog, long now) throws VaultException {
        for (int i = 0; i < contents.length; i++) {
            contents[i] = catalog.content(ids.get(i)).orElseThrow(() -> new VaultException(new Failure.Gone()));
            ByteBuffer.wrap(contents[i]).putLong(HeadCodec.LAST_REVEALED_AT, now);
        }
        int[] found = {0};
        transaction.eachItem(ids.getFirst().row(), ids.getLast().row(), (id, row) -> {
            if (found[0] < rows.length
                    && Arrays.equals(id, ids.get(found[0]).row().bytes())) {
                rows[found[0]++] = row;
            }
        });
        if (found[0] < rows.length) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.HEADS));
        }
    }

    /** Seals each in the place of the row that was read. */
    void seal(Keyring keys, Manifest manifest) throws VaultException {
        Shares.each(keys, rows.length, (cipher, i) -> {
            SealedRow before = SealedRow.of(rows[i])
                    .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.HEADS)));
            RowAddress address = RowAddress.item(ids.get(i).row());
            SealedRow after = cipher.seal(address, manifest.counter(), manifest.epoch(), contents[i]);
            changes[i] = cipher.element(after).minus(cipher.element(before));
            rows[i] = after.wire();
        });
    }

    /** Writes all of them; tells what that adds to the sum of the heads. */
    SetHash write(Transaction transaction) throws VaultException {
        SetHash change = SetHash.EMPTY;
        for (int i = 0; i < rows.length; i++) {
            transaction.replaceItem(ids.get(i).row(), rows[i]);
            change = change.plus(changes[i]);
        }
        return change;
    }

    /** The content of each, for the catalog. */
    byte[] content(int index) {
        return contents[index];
    }
}
