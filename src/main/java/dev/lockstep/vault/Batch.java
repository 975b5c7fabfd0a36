package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes: seals rows, keeps the manifest's sums, and remembers the changes for the catalog, which learns of them only
 * after the commit.
 */
final class Batch {
    private final Transaction transaction;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Catalog catalog;
    private final List<HeadChange> heads = new ArrayList<>();
    private final List<KeyValueChange> keyValues = new ArrayList<>();
    private final Map<SecretId, Optional<Catalog.Versioned>> changed = new HashMap<>();
    private final Map<Name, Optional<SecretId>> names = new HashMap<>();
    private Manifest manifest;
    private @Nullable SealedRow manifestRow;
    private Manifest.Rows items;
    private Manifest.Rows keyValueRows;
    private final ValueRows values;
    private final AuditTrail audit = new AuditTrail();
    private final SlotRows slots;
    private final SyncTable sync;
    private long seals;
    private boolean substantial;

    /** @param present what was last committed */
    Batch(Transaction transaction, Keyring keys, RowCipher cipher, Present present, Manifest next) {
        this.transaction = transaction;
        this.keys = keys;
        this.cipher = cipher;
        this.catalog = present.catalog();
        this.manifest = next;
        this.items = next.items();
        this.keyValueRows = next.keyValues();
        this.values = new ValueRows(transaction, keys, cipher, next, present.policy());
        this.slots = new SlotRows(transaction, next.slots(), present.slots());
        this.sync = new SyncTable(transaction, keys, cipher, next);
        this.seals = next.seals();
    }

    /** What the transaction begins with. */
    record Present(Catalog catalog, Policy policy, SlotLedger slots) {}

    /** A changed head; without content it is gone. */
    record HeadChange(SecretId id, long version, byte @Nullable [] content) {}

    /** A changed key-value row; without content it is gone. */
    record KeyValueChange(Kind kind, RowId id, byte @Nullable [] content) {}

    private record Name(CollectionId collection, String name) {}

    long now() {
        return manifest.wallTime();
    }

    long version() {
        return manifest.counter();
    }

    /**
     * The head of a secret as this transaction sees it.
     *
     * @throws VaultException {@code Gone}
     */
    Catalog.Versioned head(SecretId id) throws VaultException {
        return find(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
    }

    /** The secret of that name in a collection and outside the trash, as this transaction sees it. */
    Optional<SecretId> named(CollectionId collection, String name) {
        Optional<SecretId> own = names.get(new Name(collection, name));
        return own != null ? own : catalog.named(collection, name);
    }

    /** The same, empty if the secret is gone. */
    Optional<Catalog.Versioned> find(SecretId id) throws VaultException {
        Optional<Catalog.Versioned> own = changed.get(id);
        return own != null ? own : catalog.head(id);
    }

    /**
     * Writes a head.
     *
     * @throws VaultException {@code NameTaken} if another secret of the collection has the name
     */
    void put(SecretId id, Head head) throws VaultException {
        substantial |=
                !find(id).filter(before -> before.head().sameButRevealed(head)).isPresent();
        claimName(id, head);
        byte[] content = HeadCodec.encode(head);
        SealedRow sealed = cipher.seal(RowAddress.item(id.row()), version(), manifest.epoch(), content);
        if (find(id).isPresent()) {
            removeFromItems(id);
        }
        items = items.with(cipher.element(sealed));
        transaction.putItem(id.row(), sealed.wire());
        changed.put(id, Optional.of(new Catalog.Versioned(head, version())));
        heads.add(new HeadChange(id, version(), content));
        seals++;
    }

    /**
     * Notes in the heads of many secrets that their values are shown now, which is all that the transaction does with them.
     *
     * @param ids each once, in the order of the file
     */
    void putShown(List<SecretId> ids) throws VaultException {
        ShownHeads shown = new ShownHeads(ids);
        shown.read(transaction, catalog, now());
        shown.seal(keys, manifest);
        items = new Manifest.Rows(items.count(), items.sum().plus(shown.write(transaction)));
        for (int i = 0; i < ids.size(); i++) {
            heads.add(new HeadChange(ids.get(i), version(), shown.content(i)));
        }
        seals += ids.size();
    }

    private void claimName(SecretId id, Head head) throws VaultException {
        releaseName(id);
        if (head.trashed() != 0) {
            return;
        }
        SecretDetails details = head.details();
        Optional<SecretId> holder = named(details.collection(), details.name());
        if (holder.isPresent() && !holder.get().equals(id)) {
            throw new VaultException(new Failure.NameTaken());
        }
        names.put(new Name(details.collection(), details.name()), Optional.of(id));
    }

    private void releaseName(SecretId id) throws VaultException {
        find(id).filter(versioned -> versioned.head().trashed() == 0)
                .map(versioned -> versioned.head().details())
                .ifPresent(details -> names.put(new Name(details.collection(), details.name()), Optional.empty()));
    }

    private void removeFromItems(SecretId id) throws VaultException {
        Optional<byte[]> old = transaction.item(id.row());
        if (old.isPresent()) {
            items = items.without(element(old.get(), Failure.Part.HEADS));
        }
    }

    /** Seals a value in place of the former one, which goes to the history. */
    Head.ValueInfo putValue(SecretId id, SecretValue value, Origin origin, Head.@Nullable ValueInfo former)
            throws VaultException {
        return values.put(id, value, origin, former);
    }

    /** Whether a value is the one of a head. */
    boolean isValue(SecretValue value, Head.ValueInfo present) {
        return value.size() == present.size() && Arrays.equals(keys.fingerprint(value), present.fingerprint());
    }

    /** Removes a secret with all its values. */
    void delete(SecretId id) throws VaultException {
        substantial = true;
        releaseName(id);
        values.delete(id);
        removeFromItems(id);
        transaction.deleteItem(id.row());
        changed.put(id, Optional.empty());
        heads.add(new HeadChange(id, version(), null));
    }

    /** Writes a key-value row; the caller keeps the content. */
    void put(Kind kind, RowId id, byte[] content) throws VaultException {
        RowId key = keys.blindIndex(kind.number(), id);
        SealedRow sealed = cipher.seal(RowAddress.keyValue(key, kind.number()), version(), 0, content);
        removeFromKeyValues(key);
        keyValueRows = keyValueRows.with(cipher.element(sealed));
        transaction.putKeyValue(key, sealed.wire());
        keyValues.add(new KeyValueChange(kind, id, content));
        seals++;
    }

    void delete(Kind kind, RowId id) throws VaultException {
        RowId key = keys.blindIndex(kind.number(), id);
        removeFromKeyValues(key);
        transaction.deleteKeyValue(key);
        keyValues.add(new KeyValueChange(kind, id, null));
    }

    private void removeFromKeyValues(RowId key) throws VaultException {
        Optional<byte[]> old = transaction.keyValue(key);
        if (old.isPresent()) {
            keyValueRows = keyValueRows.without(element(old.get(), Failure.Part.SETTINGS));
        }
    }

    private SetHash element(byte[] wire, Failure.Part part) throws VaultException {
        return cipher.element(SealedRow.of(wire).orElseThrow(() -> new VaultException(new Failure.PartDamaged(part))));
    }

    /** What stands in the file within this transaction. */
    Reading reading() {
        return new Reading(transaction, keys, cipher, manifest);
    }

    /** What the audit log is to tell of this transaction. */
    AuditTrail audit() {
        return audit;
    }

    /** The key slots. */
    SlotRows slots() {
        return slots;
    }

    /** The rows about remotes. */
    SyncTable sync() {
        return sync;
    }

    /** Whether anything changes but when values were shown, how the window looks, drafts and key slots. */
    boolean substantial() {
        return substantial
                || sync.changed()
                || keyValues.stream().anyMatch(change -> change.kind().substantial());
    }

    /** Seals the manifest; tells whether there was anything to write. */
    boolean finish() throws VaultException {
        if (heads.isEmpty() && keyValues.isEmpty() && audit.isEmpty() && !slots.changed() && !sync.changed()) {
            return false;
        }
        if (slots.changed()) {
            put(Kind.SLOTS, OpenVault.SINGLE, KeyValueCodec.encode(OpenVault.SINGLE, slots.ledger(now())));
            manifest = manifest.withSlots(transaction.slots());
        }
        manifest = manifest.withAudit(audit.write(transaction, keys, cipher, manifest))
                .withRows(
                        items,
                        keyValueRows,
                        values.history(),
                        sync.rows(),
                        seals + values.sealings() + sync.sealings() + audit.written() + 1);
        manifestRow = manifest.seal(cipher);
        transaction.putManifest(manifestRow.wire());
        return true;
    }

    /** The manifest as it was sealed; only after {@link #finish}. */
    SealedRow manifestRow() {
        return Objects.requireNonNull(manifestRow);
    }

    Manifest manifest() {
        return manifest;
    }

    List<HeadChange> heads() {
        return heads;
    }

    List<KeyValueChange> keyValues() {
        return keyValues;
    }

    /** Writes what is worth noting. */
    @FunctionalInterface
    interface Note {
        void write(Batch batch) throws VaultException;
    }

    /** One change: what it throws undoes it. */
    @FunctionalInterface
    interface Change<T extends @Nullable Object, E extends Exception> {
        T run(Batch batch) throws VaultException, E;
    }
}
