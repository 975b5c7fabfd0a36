package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What of an open vault is in memory: manifest, heads and key-value rows, as last committed. Its changes are the session's to order. */
final class Contents {
    private final Keyring keys;
    private final RowCipher cipher;
    private final Catalog catalog;
    private Manifest manifest;
    private volatile KeyValues keyValues = KeyValues.NONE;
    private volatile boolean slotsAltered;
    private long mark;

    /**
     * Opens what was read.
     *
     * @param slot the key slot that opened the vault, if it was one: where it is as it was last saved, others may not be
     * @throws VaultException {@code PartDamaged} or {@code SetChanged} if it is not exactly what was last saved
     */
    Contents(Keyring keys, RowCipher cipher, Clock clock, SealedState sealed, byte @Nullable [] slot)
            throws VaultException {
        this.keys = keys;
        this.cipher = cipher;
        this.catalog = new Catalog(clock);
        this.manifest = load(sealed, slot);
    }

    /** Whether key slots are not as they were last saved: damaged, removed or put back. */
    boolean slotsAltered() {
        return slotsAltered;
    }

    Manifest manifest() {
        return manifest;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Another number after each change of secrets, collections, remotes or what is known of them. */
    long mark() {
        return mark;
    }

    /** Does not wait for a running change. */
    KeyValues keyValues() {
        return keyValues;
    }

    private Manifest load(SealedState sealed, byte @Nullable [] slot) throws VaultException {
        Manifest loaded = Manifest.open(cipher, sealed.manifest(), sealed.format());
        KeyValues rows = KeyValues.load(sealed.keyValues(), keys, loaded.keyValues());
        boolean altered = !Arrays.equals(loaded.slots(), Manifest.digest(sealed.slots()));
        if (altered && (slot == null || !rows.slots().holds(slot))) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.KEY_SLOT));
        }
        slotsAltered = altered;
        HeadTable heads = HeadLoader.load(sealed, keys, loaded.items());
        keyValues = rows;
        catalog.replace(heads, rows.collections());
        catalog.prepare();
        mark++;
        return loaded;
    }

    /**
     * Begins a change of what was last committed.
     *
     * @param writer the device that makes it
     * @param now milliseconds since 1970
     * @param above the counter that the change has to surpass
     */
    Batch change(Transaction transaction, RowId writer, long now, long above) {
        var present = new Batch.Present(catalog, keyValues.policy(), keyValues.slots());
        return new Batch(transaction, keys, cipher, present, manifest.next(writer, now, above));
    }

    /** Takes over what a transaction changed, once it is committed. */
    void accept(Batch batch) throws VaultException {
        manifest = batch.manifest();
        mark += batch.substantial() ? 1 : 0;
        slotsAltered = slotsAltered && !batch.slots().changed();
        for (Batch.KeyValueChange change : batch.keyValues()) {
            keyValues = keyValues.with(change);
        }
        if (batch.keyValues().stream().anyMatch(change -> change.kind() == Kind.COLLECTION)) {
            catalog.collections(keyValues.collections());
        }
        catalog.apply(batch.heads());
    }

    /** Reloads everything if another process committed since this one last looked. */
    void catchUp(Transaction transaction) throws VaultException {
        SealedRow row = SealedState.manifestRow(transaction);
        if (row.version() != manifest.counter()) {
            if (row.version() < manifest.counter()) {
                throw new VaultException(new Failure.SetChanged(Failure.Part.MANIFEST));
            }
            manifest = load(SealedState.read(transaction), null);
        }
    }

    /** Overwrites all heads and forgets the rest. */
    void wipe() {
        catalog.wipe();
        keyValues = KeyValues.NONE;
    }
}
