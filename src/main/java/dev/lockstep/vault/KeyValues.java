package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opened key-value rows as of one moment: drafts without their values, remotes without their credentials. Immutable. */
record KeyValues(
        Map<CollectionId, SecretCollection> collections,
        Map<RowId, Drafts.Draft> drafts,
        Map<RemoteId, Remote> remotes,
        Map<RowId, byte[]> rotations,
        Single single) {
    static final KeyValues NONE = new KeyValues(Map.of(), Map.of(), Map.of(), Map.of(), Single.NONE);

    /** The rows of which a vault has one. */
    record Single(Optional<Layout> layout, Policy policy, SlotLedger slots, SyncPolicy sync) {
        private static final Single NONE =
                new Single(Optional.empty(), Policy.DEFAULT, SlotLedger.NONE, SyncPolicy.DEFAULT);

        private Single with(Batch.KeyValueChange change) throws VaultException {
            byte[] content = change.content();
            return switch (change.kind()) {
                case LAYOUT -> {
                    Layout changed = content == null ? null : KeyValueCodec.layout(content);
                    yield new Single(Optional.ofNullable(changed), policy, slots, sync);
                }
                case POLICY -> {
                    Policy changed = content == null ? Policy.DEFAULT : KeyValueCodec.policy(content);
                    yield new Single(layout, changed, slots, sync);
                }
                case SLOTS -> {
                    SlotLedger changed = content == null ? SlotLedger.NONE : KeyValueCodec.slots(content);
                    yield new Single(layout, policy, changed, sync);
                }
                case SYNC_POLICY -> {
                    SyncPolicy changed = content == null ? SyncPolicy.DEFAULT : KeyValueCodec.syncPolicy(content);
                    yield new Single(layout, policy, slots, changed);
                }
                case FINGERPRINTS -> {
                    if (content != null) {
                        KeyValueCodec.fingerprintKey(content).close();
                    }
                    yield this;
                }
                case COLLECTION, DRAFT, REMOTE, ROTATION -> this;
            };
        }
    }

    Optional<Layout> layout() {
        return single.layout();
    }

    Policy policy() {
        return single.policy();
    }

    SlotLedger slots() {
        return single.slots();
    }

    SyncPolicy syncPolicy() {
        return single.sync();
    }

    /**
     * Opens the rows.
     *
     * @throws VaultException {@code PartDamaged} if one does not open or stands where another belongs, {@code SetChanged} if they
     *     are not the set that was last saved
     */
    static KeyValues load(Map<RowId, byte[]> sealed, Keyring keys, Manifest.Rows expected) throws VaultException {
        Builder loaded = new Builder();
        Manifest.Rows found = Manifest.Rows.NONE;
        try (RowCipher cipher = keys.cipher()) {
            for (Map.Entry<RowId, byte[]> entry : sealed.entrySet()) {
                SealedRow row = SealedRow.of(entry.getValue()).orElseThrow(KeyValues::damaged);
                found = found.with(cipher.element(row));
                int number = keys.kind(entry.getKey());
                Kind kind = Kind.of(number).orElseThrow(KeyValues::damaged);
                byte[] content = cipher.open(RowAddress.keyValue(entry.getKey(), number), row, Failure.Part.SETTINGS);
                if (!keys.blindIndex(number, KeyValueCodec.id(content)).equals(entry.getKey())) {
                    throw damaged();
                }
                loaded.add(kind, content);
                Arrays.fill(content, (byte) 0);
            }
        }
        if (!found.equals(expected)) {
            throw new VaultException(new Failure.SetChanged(Failure.Part.SETTINGS));
        }
        return loaded.build();
    }

    private static VaultException damaged() {
        return new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS));
    }

    /** The remote that leads to a place of a vendor; of several, which only damage can bring about, one that is not paused. */
    Optional<Remote> remoteAt(String vendor, String place) {
        return remotes.values().stream()
                .filter(remote -> remote.leadsWhere(vendor, place))
                .min(Comparator.comparing(Remote::paused));
    }

    /** Remotes that are not paused although a later one, which is not paused either, leads to the same place. */
    List<Remote> doubledRemotes() {
        Set<List<String>> taken = new HashSet<>();
        return remotes.values().stream()
                .filter(remote -> !remote.paused())
                .sorted(Comparator.comparing((Remote remote) -> remote.changed())
                        .thenComparing(remote -> remote.id().toString())
                        .reversed())
                .filter(remote ->
                        !taken.add(List.of(remote.vendor(), remote.details().place())))
                .toList();
    }

    /** Remotes of collections that are not there. */
    List<Remote> strayRemotes() {
        return remotes.values().stream()
                .filter(remote -> !collections.containsKey(remote.collection()))
                .toList();
    }

    /** Collects rows, at a cost that grows with their number alone. */
    static final class Builder {
        private final Map<CollectionId, SecretCollection> collections = new HashMap<>();
        private final Map<RowId, Drafts.Draft> drafts = new HashMap<>();
        private final Map<RemoteId, Remote> remotes = new HashMap<>();
        private final Map<RowId, byte[]> rotations = new HashMap<>();
        private Single single = Single.NONE;

        /**
         * Takes a row; its content stays the caller's.
         *
         * @throws VaultException {@code PartDamaged} if it is none of the kind
         */
        void add(Kind kind, byte[] content) throws VaultException {
            RowId id = KeyValueCodec.id(content);
            switch (kind) {
                case COLLECTION -> collections.put(new CollectionId(id), KeyValueCodec.collection(content));
                case DRAFT -> drafts.put(id, KeyValueCodec.draft(content));
                case REMOTE -> remotes.put(new RemoteId(id), RemoteCodec.remote(content));
                case ROTATION -> rotations.put(id, KeyValueCodec.rotation(content));
                case LAYOUT, POLICY, SLOTS, SYNC_POLICY, FINGERPRINTS ->
                    single = single.with(new Batch.KeyValueChange(kind, id, content));
            }
        }

        KeyValues build() {
            return new KeyValues(
                    Map.copyOf(collections), Map.copyOf(drafts), Map.copyOf(remotes), Map.copyOf(rotations), single);
        }
    }

    /** The rows after a change. */
    KeyValues with(Batch.KeyValueChange change) throws VaultException {
        byte[] content = change.content();
        return switch (change.kind()) {
            case COLLECTION -> {
                CollectionId id = new CollectionId(change.id());
                SecretCollection collection = content == null ? null : KeyValueCodec.collection(content);
                yield new KeyValues(changed(collections, id, collection), drafts, remotes, rotations, single);
            }
            case DRAFT -> {
                Drafts.Draft draft = content == null ? null : KeyValueCodec.draft(content);
                yield new KeyValues(collections, changed(drafts, change.id(), draft), remotes, rotations, single);
            }
            case REMOTE -> {
                RemoteId id = new RemoteId(change.id());
                Remote remote = content == null ? null : RemoteCodec.remote(content);
                yield new KeyValues(collections, drafts, changed(remotes, id, remote), rotations, single);
            }
            case ROTATION -> {
                byte[] rotation = content == null ? null : KeyValueCodec.rotation(content);
                yield new KeyValues(collections, drafts, remotes, changed(rotations, change.id(), rotation), single);
            }
            case LAYOUT, POLICY, SLOTS, SYNC_POLICY, FINGERPRINTS ->
                new KeyValues(collections, drafts, remotes, rotations, single.with(change));
        };
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, K key, @Nullable V value) {
        Map<K, V> after = new HashMap<>(before);
        if (value == null) {
            after.remove(key);
        } else {
            after.put(key, value);
        }
        return Map.copyOf(after);
    }
}
