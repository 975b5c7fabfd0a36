package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The opened key-value rows: collections, drafts without their values, and the layout. Not safe for use by several threads. */
final class KeyValues {
    private final Map<CollectionId, SecretCollection> collections = new HashMap<>();
    private final Map<RowId, Drafts.Draft> drafts = new HashMap<>();
    private Optional<Layout> layout = Optional.empty();

    /**
     * Opens the rows.
     *
     * @throws VaultException {@code PartDamaged} if one does not open, {@code SetChanged} if they are not the set that was last saved
     */
    static KeyValues load(Map<RowId, byte[]> sealed, Keyring keys, Manifest.Rows expected) throws VaultException {
        KeyValues loaded = new KeyValues();
        Manifest.Rows found = Manifest.Rows.NONE;
        try (RowCipher cipher = keys.cipher()) {
            for (Map.Entry<RowId, byte[]> entry : sealed.entrySet()) {
                SealedRow row = SealedRow.of(entry.getValue()).orElseThrow(KeyValues::damaged);
                found = found.with(cipher.element(row));
                int number = keys.kind(entry.getKey());
                Kind kind = Arrays.stream(Kind.values())
                        .filter(known -> known.number() == number)
                        .findFirst()
                        .orElseThrow(KeyValues::damaged);
                byte[] content = cipher.open(RowAddress.keyValue(entry.getKey(), number), row, Failure.Part.SETTINGS);
                loaded.apply(new Batch.KeyValueChange(kind, KeyValueCodec.id(content), content));
                Arrays.fill(content, (byte) 0);
            }
        }
        if (!found.equals(expected)) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.SETTINGS));
        }
        return loaded;
    }

    private static VaultException damaged() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS));
    }

    void apply(Batch.KeyValueChange change) throws VaultException {
        byte[] content = change.content();
        switch (change.kind()) {
            case COLLECTION -> {
                CollectionId id = new CollectionId(change.id());
                if (content == null) {
                    collections.remove(id);
                } else {
                    collections.put(id, KeyValueCodec.collection(content));
                }
            }
            case LAYOUT -> layout = content == null ? Optional.empty() : Optional.of(KeyValueCodec.layout(content));
            case DRAFT -> {
                if (content == null) {
                    drafts.remove(change.id());
                } else {
                    drafts.put(change.id(), KeyValueCodec.draft(content));
                }
            }
        }
    }

    Map<CollectionId, SecretCollection> collections() {
        return Map.copyOf(collections);
    }

    Map<RowId, Drafts.Draft> drafts() {
        return Map.copyOf(drafts);
    }

    Optional<Layout> layout() {
        return layout;
    }
}
