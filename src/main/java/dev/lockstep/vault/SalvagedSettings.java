package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Brings collections, remotes, drafts, columns and policy of a damaged vault into a new file; collections that are lost are made anew. */
final class SalvagedSettings {
    private final Salvage salvage;
    private final Transaction target;
    private final Manifest next;
    private Set<RemoteId> remotes = Set.of();
    private final KeyValues.Builder opened = new KeyValues.Builder();
    private Manifest.Rows rows = Manifest.Rows.NONE;
    private long sealings;

    /** @param next manifest of the new file */
    SalvagedSettings(Salvage salvage, Transaction target, Manifest next) {
        this.salvage = salvage;
        this.target = target;
        this.next = next;
    }

    private record Raw(byte[] key, byte[] wire) {}

    /**
     * Does it.
     *
     * @param needed the collections that secrets are in
     * @param recovered name of the collections that are made anew
     */
    void run(Set<CollectionId> needed, String recovered) throws VaultException {
        List<Raw> found = new ArrayList<>();
        salvage.orElse(false, source -> {
            source.eachKeyValue((key, wire) -> found.add(new Raw(key, wire)));
            return true;
        });
        for (Raw raw : found) {
            if (!keep(raw)) {
                salvage.report().add(new CheckFinding(CheckFinding.Kind.SETTING));
            }
        }
        long expected =
                salvage.manifest().map(known -> known.keyValues().count()).orElse((long) found.size());
        if (expected != found.size()) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.SETTINGS, "", expected, found.size()));
        }
        KeyValues kept = opened.build();
        remotes = kept.remotes().keySet();
        for (Remote remote : kept.doubledRemotes()) {
            pause(remote);
        }
        Set<CollectionId> wanted = new HashSet<>(needed);
        kept.remotes().values().forEach(remote -> wanted.add(remote.collection()));
        wanted.removeAll(kept.collections().keySet());
        if (wanted.isEmpty() && kept.collections().isEmpty()) {
            wanted.add(new CollectionId(next.device()));
        }
        for (CollectionId id : wanted) {
            makeAnew(id, recovered);
        }
    }

    /** Nobody can say which of two remotes to one place is the right one, so both stay, and one of them does nothing. */
    private void pause(Remote remote) throws VaultException {
        RowId key = salvage.keys().blindIndex(Kind.REMOTE.number(), remote.id().row());
        SealedRow row = target.keyValue(key).flatMap(SealedRow::of).orElseThrow();
        byte[] content = Objects.requireNonNull(salvage.content(RowAddress.keyValue(key, Kind.REMOTE.number()), row));
        try {
            RemoteCodec.pause(content);
            rows = rows.without(salvage.cipher().element(row));
            put(key, seal(key, Kind.REMOTE, content));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
        salvage.report().add(new CheckFinding(CheckFinding.Kind.REMOTE_DOUBLED, remote.name()));
    }

    Manifest.Rows rows() {
        return rows;
    }

    /** The remotes that were brought over. */
    Set<RemoteId> remotes() {
        return remotes;
    }

    long sealings() {
        return sealings;
    }

    private boolean keep(Raw raw) throws VaultException {
        Optional<SealedRow> row = SealedRow.of(raw.wire());
        if (raw.key().length != RowId.SIZE || row.isEmpty()) {
            return false;
        }
        RowId key = RowId.of(raw.key());
        Optional<Kind> kind = Kind.of(salvage.keys().kind(key));
        byte[] content = kind.isEmpty()
                ? null
                : salvage.content(RowAddress.keyValue(key, kind.get().number()), row.get());
        if (content == null) {
            return false;
        }
        byte[] present = content;
        try {
            boolean older = kind.get() == Kind.DRAFT && !salvage.pinsHistory();
            present = older ? KeyValueCodec.fromFormat1(content) : content;
            opened.add(kind.get(), present);
            put(key, older ? seal(key, kind.get(), present) : row.get());
            return true;
        } catch (VaultException | IllegalArgumentException notOne) {
            return false;
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(present, (byte) 0);
        }
    }

    private void put(RowId key, SealedRow row) throws VaultException {
        target.putKeyValue(key, row.wire());
        rows = rows.with(salvage.cipher().element(row));
    }

    private SealedRow seal(RowId key, Kind kind, byte[] content) {
        sealings++;
        return salvage.cipher().seal(RowAddress.keyValue(key, kind.number()), next.counter(), 0, content);
    }

    private void makeAnew(CollectionId id, String recovered) throws VaultException {
        String title = recovered;
        for (int number = 2; taken(title); number++) {
            title = recovered + " " + number;
        }
        SecretCollection collection = new SecretCollection(id, title, "", NamingRules.FREE.id());
        Limits.check(collection);
        byte[] content = KeyValueCodec.encode(collection);
        opened.add(Kind.COLLECTION, content);
        RowId key = salvage.keys().blindIndex(Kind.COLLECTION.number(), id.row());
        put(key, seal(key, Kind.COLLECTION, content));
        salvage.report().add(new CheckFinding(CheckFinding.Kind.COLLECTION_MADE, title));
    }

    private boolean taken(String title) {
        return opened.build().collections().values().stream()
                .anyMatch(collection -> collection.title().equals(title));
    }
}
