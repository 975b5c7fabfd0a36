package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.time.Clock;
import java.util.Arrays;

/** What of an open vault is in memory: manifest, heads and key-value rows, as last committed. Its changes are the session's to order. */
final class Contents {
    private final Keyring keys;
    private final RowCipher cipher;
    private final Catalog catalog;
    private Manifest manifest;
    private volatile KeyValues keyValues = KeyValues.NONE;

    /**
     * Opens what was read.
     *
     * @throws VaultException {@code PartDamaged} or {@code SetChanged} if it is not exactly what was last saved
     */
    Contents(Keyring keys, RowCipher cipher, Clock clock, SealedState sealed) throws VaultException {
        this.keys = keys;
        this.cipher = cipher;
        this.catalog = new Catalog(clock);
        this.manifest = load(sealed);
    }

    Manifest manifest() {
        return manifest;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Does not wait for a running change. */
    KeyValues keyValues() {
        return keyValues;
    }

    private Manifest load(SealedState sealed) throws VaultException {
        Manifest loaded = Manifest.open(cipher, sealed.manifest());
        if (!Arrays.equals(loaded.slots(), Manifest.digest(sealed.slots()))) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.KEY_SLOT));
        }
        KeyValues rows = KeyValues.load(sealed.keyValues(), keys, loaded.keyValues());
        HeadTable heads = HeadLoader.load(sealed, keys, loaded.items());
        keyValues = rows;
        catalog.replace(heads, rows.collections());
        catalog.prepare();
        return loaded;
    }

    /** Takes over what a transaction changed, once it is committed. */
    void accept(Batch batch) throws VaultException {
        manifest = batch.manifest();
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
        byte[] wire = transaction
                .manifest()
                .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST)));
        SealedRow row = SealedRow.of(wire)
                .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST)));
        if (row.version() != manifest.counter()) {
            if (row.version() < manifest.counter()) {
                throw new VaultException(new Failure.SetChanged(Failure.Part.MANIFEST));
            }
            manifest = load(SealedState.read(transaction));
        }
    }

    /** Overwrites all heads and forgets the rest. */
    void wipe() {
        catalog.wipe();
        keyValues = KeyValues.NONE;
    }
}
