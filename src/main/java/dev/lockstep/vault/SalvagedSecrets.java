package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.HistoryRow;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the secrets of a damaged vault into a new file. Rows that are as they were stay as they are; a secret whose value is lost keeps its
 * name and details, with an empty value.
 */
final class SalvagedSecrets {
    private final Salvage salvage;
    private final Transaction target;
    private final Manifest next;
    private final Pace pace;
    private final Set<CollectionId> collections = new HashSet<>();
    private final Set<Name> names = new HashSet<>();
    private Manifest.Rows items = Manifest.Rows.NONE;
    private Manifest.Rows history = Manifest.Rows.NONE;
    private long sealings;

    /** @param next manifest of the new file */
    SalvagedSecrets(Salvage salvage, Transaction target, Manifest next, Pace pace) {
        this.salvage = salvage;
        this.target = target;
        this.next = next;
        this.pace = pace;
    }

    private record Name(CollectionId collection, String name) {}

    /** A value row, and what pins it apart from the history. */
    private record Value(SealedRow row, Head.ValueInfo info, boolean asBefore) {}

    private record Former(int count, SetHash sum) {}

    void run() throws VaultException, InterruptedException {
        long lost = salvage.heads(found -> {
            secret(found);
            pace.step();
        });
        for (long secret = 0; secret < lost; secret++) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.SECRET));
        }
        long expected = salvage.manifest().map(known -> known.items().count()).orElse(items.count() + lost);
        if (expected != items.count() + lost) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.SECRETS, "", expected, items.count()));
        }
    }

    Manifest.Rows items() {
        return items;
    }

    Manifest.Rows history() {
        return history;
    }

    long sealings() {
        return sealings;
    }

    /** Where the secrets are. */
    Set<CollectionId> collections() {
        return collections;
    }

    private void secret(Salvage.Found found) throws VaultException {
        RowId id = found.id();
        Head head = found.head();
        Value value = value(id, head);
        target.putValue(id, HeadCodec.VALUE_FIELD, value.row().wire());
        Former former = former(id, head, value.row().version());
        String name = freeName(head);
        boolean asBefore = value.asBefore()
                && salvage.pinsHistory()
                && name.equals(head.details().name())
                && former.count() == head.value().versions() - 1
                && former.sum().equals(head.value().history());
        SealedRow row = asBefore ? found.row() : reseal(id, head, name, pinned(value.info(), former));
        target.putItem(id, row.wire());
        items = items.with(salvage.cipher().element(row));
        collections.add(head.details().collection());
        salvage.report().secret();
    }

    private static Head.ValueInfo pinned(Head.ValueInfo value, Former former) {
        return new Head.ValueInfo(
                value.size(),
                former.count() + 1,
                value.strength(),
                value.version(),
                value.tag(),
                value.fingerprint(),
                former.sum());
    }

    private SealedRow reseal(RowId id, Head head, String name, Head.ValueInfo value) {
        Head changed = new Head(
                head.details().withName(name),
                head.created(),
                head.modified(),
                head.valueChanged(),
                head.lastRevealed(),
                head.trashed(),
                value);
        byte[] content = HeadCodec.encode(changed);
        try {
            return seal(RowAddress.item(id), content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private SealedRow seal(RowAddress address, byte[] content) {
        sealings++;
        return salvage.cipher().seal(address, next.counter(), next.epoch(), content);
    }

    private Value value(RowId id, Head head) throws VaultException {
        Optional<byte[]> wire = salvage.orElse(Optional.empty(), source -> source.value(id, HeadCodec.VALUE_FIELD));
        if (wire.isEmpty()) {
            return lost(id, head, CheckFinding.Kind.VALUE_MISSING);
        }
        Optional<SealedRow> row = SealedRow.of(wire.get());
        byte[] content = row.isEmpty() ? null : salvage.content(RowAddress.value(id, HeadCodec.VALUE_FIELD), row.get());
        if (content == null || ValueCodec.size(content) < 0) {
            return lost(id, head, CheckFinding.Kind.VALUE_UNREADABLE);
        }
        Head.ValueInfo info = head.value();
        if (row.get().version() == info.version()
                && Arrays.equals(row.get().tag(), info.tag())
                && ValueCodec.size(content) == info.size()) {
            Arrays.fill(content, (byte) 0);
            return new Value(row.get(), info, true);
        }
        salvage.report()
                .add(new CheckFinding(
                        CheckFinding.Kind.VALUE_REPLACED, head.details().name()));
        try (SecretValue other = ValueCodec.value(content)) {
            return new Value(row.get(), info(other, row.get()), false);
        }
    }

    private Value lost(RowId id, Head head, CheckFinding.Kind kind) {
        salvage.report().add(new CheckFinding(kind, head.details().name()));
        try (SecretValue empty = SecretValue.copyOf(new byte[0])) {
            byte[] content = ValueCodec.encode(empty, next.wallTime(), Origin.TYPED);
            SealedRow row = seal(RowAddress.value(id, HeadCodec.VALUE_FIELD), content);
            return new Value(row, info(empty, row), false);
        }
    }

    private Head.ValueInfo info(SecretValue value, SealedRow row) {
        return new Head.ValueInfo(
                value.size(),
                1,
                Strength.of(value),
                row.version(),
                row.tag(),
                salvage.keys().fingerprint(value),
                SetHash.EMPTY);
    }

    private Former former(RowId id, Head head, long present) throws VaultException {
        List<HistoryRow> rows = salvage.orElse(List.of(), source -> source.history(id, HeadCodec.VALUE_FIELD));
        SetHash sum = SetHash.EMPTY;
        int kept = 0;
        for (HistoryRow row : rows) {
            Optional<SealedRow> genuine = genuine(id, row).filter(old -> old.version() != present);
            if (genuine.isEmpty()) {
                salvage.report()
                        .add(new CheckFinding(
                                CheckFinding.Kind.FORMER_UNREADABLE,
                                head.details().name()));
                continue;
            }
            target.putHistory(id, HeadCodec.VALUE_FIELD, row.version(), row.sealed());
            SetHash element = salvage.cipher().element(genuine.get());
            history = history.with(element);
            sum = sum.plus(element);
            kept++;
            salvage.report().formerValue();
        }
        if (rows.size() != head.value().versions() - 1) {
            salvage.report()
                    .add(new CheckFinding(
                            CheckFinding.Kind.FORMER_CHANGED,
                            head.details().name(),
                            head.value().versions() - 1,
                            kept));
        }
        return new Former(kept, sum);
    }

    private Optional<SealedRow> genuine(RowId id, HistoryRow row) {
        Optional<SealedRow> sealed = SealedRow.of(row.sealed()).filter(old -> old.version() == row.version());
        byte[] content =
                sealed.isEmpty() ? null : salvage.content(RowAddress.history(id, HeadCodec.VALUE_FIELD), sealed.get());
        if (content == null || ValueCodec.size(content) < 0) {
            return Optional.empty();
        }
        Arrays.fill(content, (byte) 0);
        return sealed;
    }

    /** Rows that were put back from an older copy can have a name that was given to another secret since then. */
    private String freeName(Head head) {
        String name = head.details().name();
        CollectionId collection = head.details().collection();
        if (head.trashed() != 0 || names.add(new Name(collection, name))) {
            return name;
        }
        String start = name.substring(0, Math.min(name.length(), SecretDetails.MAX_NAME - 12));
        int number = 2;
        while (!names.add(new Name(collection, Wire.encodable(start + " " + number)))) {
            number++;
        }
        String free = Wire.encodable(start + " " + number);
        salvage.report().add(new CheckFinding(CheckFinding.Kind.RENAMED, free));
        return free;
    }
}
