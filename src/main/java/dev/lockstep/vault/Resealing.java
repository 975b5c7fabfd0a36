package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Map;

/** Seals everything that it is shown into another file, under other keys. Rows keep their identities and versions. */
final class Resealing implements WholeVault.Visitor {
    private static final int FIRST_EPOCH = 0;

    private final Transaction target;
    private final Keyring keys;
    private final RowCipher cipher;
    private Manifest.Rows items = Manifest.Rows.NONE;
    private Manifest.Rows keyValues = Manifest.Rows.NONE;
    private Manifest.Rows history = Manifest.Rows.NONE;
    private Manifest.Rows sync = Manifest.Rows.NONE;
    private Manifest.Audit audit = Manifest.Audit.NONE;
    private boolean fingerprints;
    private long sealings;

    Resealing(Transaction target, Keyring keys, RowCipher cipher) {
        this.target = target;
        this.keys = keys;
        this.cipher = cipher;
    }

    @Override
    public void secret(WholeVault.Secret secret) throws VaultException {
        RowId id = secret.id();
        SealedRow value = seal(RowAddress.value(id, HeadCodec.VALUE_FIELD), secret.value());
        target.putValue(id, HeadCodec.VALUE_FIELD, value.wire());
        SetHash sum = SetHash.EMPTY;
        for (WholeVault.Content former : secret.former()) {
            SealedRow row = seal(RowAddress.history(id, HeadCodec.VALUE_FIELD), former);
            target.putHistory(id, HeadCodec.VALUE_FIELD, former.version(), row.wire());
            history = history.with(cipher.element(row));
            sum = sum.plus(cipher.element(row));
        }
        byte[] head = HeadCodec.repinned(secret.head().bytes(), value.tag(), fingerprint(secret.value()), sum);
        SealedRow row =
                seal(RowAddress.item(id), new WholeVault.Content(secret.head().version(), head));
        Arrays.fill(head, (byte) 0);
        items = items.with(cipher.element(row));
        target.putItem(id, row.wire());
    }

    private byte[] fingerprint(WholeVault.Content content) throws VaultException {
        try (var value = ValueCodec.value(content.bytes().clone())) {
            return keys.fingerprint(value);
        }
    }

    /** The ledger of the key slots is made anew. */
    @Override
    public void keyValue(int kind, RowId id, WholeVault.Content content) throws VaultException {
        if (kind != Kind.SLOTS.number()) {
            putKeyValue(kind, id, content);
        }
        fingerprints |= kind == Kind.FINGERPRINTS.number();
    }

    /** Whether the key of fingerprints came along, that of the old vault key or of one before. */
    boolean hasFingerprints() {
        return fingerprints;
    }

    @Override
    public void sync(RemoteId remote, RowId id, WholeVault.Content content) throws VaultException {
        RowId key = keys.syncIndex(remote.row(), id);
        SealedRow row = seal(RowAddress.sync(key), content);
        sync = sync.with(cipher.element(row));
        target.putSync(keys.syncGroup(remote.row()), key, row.wire());
    }

    private void putKeyValue(int kind, RowId id, WholeVault.Content content) throws VaultException {
        RowId key = keys.blindIndex(kind, id);
        SealedRow row = seal(RowAddress.keyValue(key, kind), content);
        keyValues = keyValues.with(cipher.element(row));
        target.putKeyValue(key, row.wire());
    }

    @Override
    public void audit(long number, WholeVault.Content content) throws VaultException {
        byte[] entry = AuditCodec.rechained(content.bytes(), audit.head());
        SealedRow row = seal(RowAddress.audit(number), new WholeVault.Content(content.version(), entry));
        Arrays.fill(entry, (byte) 0);
        target.putAudit(number, row.wire());
        audit = new Manifest.Audit(number, keys.chain(audit.head(), number, row.tag()));
    }

    private SealedRow seal(RowAddress address, WholeVault.Content content) {
        sealings++;
        return cipher.seal(address, content.version(), FIRST_EPOCH, content.bytes());
    }

    /**
     * Writes slots and manifest; the audit log ends with the event.
     *
     * @param next of the first transaction, without rows
     */
    Saved finish(Manifest next, SlotSet slots) throws VaultException {
        for (Map.Entry<Integer, byte[]> slot : slots.slots().entrySet()) {
            target.putSlot(slot.getKey(), slot.getValue());
        }
        byte[] ledger = KeyValueCodec.encode(OpenVault.SINGLE, SlotLedger.NONE.of(slots.slots(), next.wallTime()));
        putKeyValue(Kind.SLOTS.number(), OpenVault.SINGLE, new WholeVault.Content(next.counter(), ledger));
        AuditTrail trail = new AuditTrail();
        trail.note(AuditEvent.REKEYED, 1, Long.toString(items.count()));
        Manifest noted = next.withAudit(audit);
        noted = noted.withAudit(trail.write(target, keys, cipher, noted));
        Manifest whole = noted.withRows(items, keyValues, history, sync, sealings + trail.written() + 1);
        SealedRow row = whole.seal(cipher);
        target.putManifest(row.wire());
        return new Saved(whole, row);
    }
}
