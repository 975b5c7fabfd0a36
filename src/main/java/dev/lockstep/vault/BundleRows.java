package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.store.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rows of a new bundle, some in each batch, so that it does not matter for memory how many there are. */
final class BundleRows {
    private static final int BATCH = 1000;

    private final Transaction transaction;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Surroundings around;
    private final RowId device;
    private final Map<CollectionId, CollectionId> collections = new HashMap<>();
    private Batch batch;
    private int inBatch;

    BundleRows(Transaction transaction, Keyring keys, RowCipher cipher, Surroundings around) {
        this.transaction = transaction;
        this.keys = keys;
        this.cipher = cipher;
        this.around = around;
        this.device = RowId.random(around.random());
        this.batch = after(Manifest.empty(new TreeMap<>(), device));
    }

    private Batch after(Manifest before) {
        var nothing = new Batch.Present(new Catalog(around.clock()), Policy.DEFAULT, SlotLedger.NONE);
        Manifest next = before.next(device, around.clock().millis());
        return new Batch(transaction, keys, cipher, nothing, next);
    }

    void begin(int number, byte[] slot) throws VaultException {
        batch.slots().put(number, slot);
    }

    void add(SecretCollection collection, SecretDetails details, SecretValue value) throws VaultException {
        if (inBatch == BATCH) {
            batch.finish();
            batch = after(batch.manifest());
            inBatch = 0;
        }
        inBatch++;
        SecretId id = new SecretId(RowId.random(around.random()));
        Head.ValueInfo info = batch.putValue(id, value, Origin.IMPORTED, null);
        long now = batch.now();
        batch.put(id, new Head(details.withCollection(own(collection)), now, now, now, 0, 0, info));
    }

    /** The collection of the bundle that stands for one of the vault. */
    private CollectionId own(SecretCollection collection) throws VaultException {
        CollectionId known = collections.get(collection.id());
        if (known != null) {
            return known;
        }
        CollectionId id = new CollectionId(RowId.random(around.random()));
        var own = new SecretCollection(id, collection.name(), collection.environment(), NamingRules.FREE.id());
        batch.put(Kind.COLLECTION, id.row(), KeyValueCodec.encode(own));
        collections.put(collection.id(), id);
        return id;
    }

    void finish() throws VaultException {
        batch.finish();
    }
}
