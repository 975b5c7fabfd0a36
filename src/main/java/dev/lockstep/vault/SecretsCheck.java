package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Cursor;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens every head, value and former value of a vault, one after the other, and compares each with what pins it. */
final class SecretsCheck {
    private final Transaction transaction;
    private final RowCipher cipher;
    private final Pace pace;
    private final CheckReport.Builder report;
    private final boolean pinsHistory;
    private Manifest.Rows items = Manifest.Rows.NONE;
    private Manifest.Rows history = Manifest.Rows.NONE;
    private long surplusValues;
    private boolean surplusHistory;

    SecretsCheck(Transaction transaction, RowCipher cipher, Pace pace, CheckReport.Builder report)
            throws VaultException {
        this.transaction = transaction;
        this.cipher = cipher;
        this.pace = pace;
        this.report = report;
        this.pinsHistory = transaction.format() >= SealedState.PINS_HISTORY;
    }

    /**
     * Goes through all of them.
     *
     * @param collections those that are there
     * @param expected the manifest, if it can be read
     */
    void run(Set<CollectionId> collections, Optional<Manifest> expected) throws VaultException, InterruptedException {
        try (Cursor heads = transaction.heads();
                RowWalk values = new RowWalk(transaction.values());
                RowWalk former = new RowWalk(transaction.formerValues())) {
            while (heads.next()) {
                secret(heads.row(), values, former, collections);
                pace.step();
            }
            while (values.any() != null) {
                surplusValues++;
            }
            for (Cursor.Row row = former.any(); row != null; row = former.any()) {
                surplus(row);
            }
        }
        if (surplusValues > 0) {
            report.add(new CheckFinding(CheckFinding.Kind.VALUES_SURPLUS, "", 0, surplusValues));
        }
        expected.ifPresent(this::compare);
    }

    private void compare(Manifest manifest) {
        if (!items.equals(manifest.items())) {
            report.add(new CheckFinding(
                    CheckFinding.Kind.SECRETS, "", manifest.items().count(), items.count()));
        }
        if (surplusHistory || !history.equals(manifest.history())) {
            report.add(new CheckFinding(
                    CheckFinding.Kind.FORMER_SET, "", manifest.history().count(), history.count()));
        }
    }

    private void surplus(Cursor.Row row) {
        history = history.with(element(row.sealed()));
        surplusHistory = true;
    }

    private SetHash element(byte[] wire) {
        return SealedRow.of(wire).map(cipher::element).orElse(SetHash.EMPTY);
    }

    private void secret(Cursor.Row head, RowWalk values, RowWalk former, Set<CollectionId> collections)
            throws VaultException, InterruptedException {
        byte[] id = head.id();
        while (values.before(id) != null) {
            surplusValues++;
        }
        for (Cursor.Row row = former.before(id); row != null; row = former.before(id)) {
            surplus(row);
        }
        items = items.with(element(head.sealed()));
        byte[] content = open(head);
        if (content == null) {
            report.add(new CheckFinding(CheckFinding.Kind.SECRET));
            skip(id, values, former);
            return;
        }
        try {
            report.secret();
            if (!collections.contains(HeadCodec.collection(content))) {
                report.add(new CheckFinding(CheckFinding.Kind.COLLECTION, HeadCodec.name(content)));
            }
            value(RowId.of(id), content, values);
            history(RowId.of(id), content, former);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The content of a head, as format 2 has it; null if it does not open or is none. */
    private byte @Nullable [] open(Cursor.Row head) {
        if (head.id().length != RowId.SIZE) {
            return null;
        }
        byte[] content = open(RowAddress.item(RowId.of(head.id())), SealedRow.of(head.sealed()));
        byte[] present = content == null || pinsHistory ? content : upgraded(content);
        if (present != null && !HeadCodec.wellFormed(present, 0, present.length)) {
            Arrays.fill(present, (byte) 0);
            return null;
        }
        return present;
    }

    private static byte @Nullable [] upgraded(byte[] content) {
        try {
            return HeadCodec.fromFormat1(content, SetHash.EMPTY);
        } catch (VaultException e) {
            return null;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private byte @Nullable [] open(RowAddress address, Optional<SealedRow> row) {
        try {
            return row.isEmpty() ? null : cipher.open(address, row.get(), Failure.Part.HEADS);
        } catch (VaultException notGenuine) {
            return null;
        }
    }

    /** What belongs to a secret that cannot be read is not reported apart from it. */
    private void skip(byte[] id, RowWalk values, RowWalk former) throws VaultException {
        while (values.of(id) != null) {}
        for (Cursor.Row row = former.of(id); row != null; row = former.of(id)) {
            history = history.with(element(row.sealed()));
        }
    }

    private void value(RowId id, byte[] head, RowWalk values) throws VaultException, InterruptedException {
        Head.ValueInfo pinned = HeadCodec.value(head);
        Optional<Cursor.Row> found = Optional.empty();
        byte[] key = id.bytes();
        for (Cursor.Row row = values.of(key); row != null; row = values.of(key)) {
            if (row.field() == HeadCodec.VALUE_FIELD) {
                found = Optional.of(row);
            } else {
                surplusValues++;
            }
        }
        if (found.isEmpty()) {
            report.add(new CheckFinding(CheckFinding.Kind.VALUE_MISSING, HeadCodec.name(head)));
            return;
        }
        Optional<SealedRow> sealed = SealedRow.of(found.get().sealed());
        byte[] content = open(RowAddress.value(id, HeadCodec.VALUE_FIELD), sealed);
        if (content == null) {
            report.add(new CheckFinding(CheckFinding.Kind.VALUE_UNREADABLE, HeadCodec.name(head)));
            return;
        }
        boolean present = sealed.get().version() == pinned.version()
                && Arrays.equals(sealed.get().tag(), pinned.tag())
                && ValueCodec.size(content) == pinned.size();
        Arrays.fill(content, (byte) 0);
        if (!present) {
            report.add(new CheckFinding(CheckFinding.Kind.VALUE_REPLACED, HeadCodec.name(head)));
        }
        pace.step();
    }

    private void history(RowId id, byte[] head, RowWalk former) throws VaultException, InterruptedException {
        Head.ValueInfo pinned = HeadCodec.value(head);
        SetHash sum = SetHash.EMPTY;
        int rows = 0;
        byte[] key = id.bytes();
        for (Cursor.Row row = former.of(key); row != null; row = former.of(key)) {
            SetHash element = element(row.sealed());
            history = history.with(element);
            sum = sum.plus(element);
            rows++;
            formerValue(id, row, head);
            pace.step();
        }
        if (rows != pinned.versions() - 1 || (pinsHistory && !sum.equals(pinned.history()))) {
            report.add(new CheckFinding(
                    CheckFinding.Kind.FORMER_CHANGED, HeadCodec.name(head), pinned.versions() - 1, rows));
        }
    }

    private void formerValue(RowId id, Cursor.Row row, byte[] head) {
        Optional<SealedRow> sealed = SealedRow.of(row.sealed()).filter(genuine -> genuine.version() == row.version());
        byte[] content = open(RowAddress.history(id, row.field()), sealed);
        if (content == null) {
            report.add(new CheckFinding(CheckFinding.Kind.FORMER_UNREADABLE, HeadCodec.name(head)));
        } else {
            report.formerValue();
            Arrays.fill(content, (byte) 0);
        }
    }
}
