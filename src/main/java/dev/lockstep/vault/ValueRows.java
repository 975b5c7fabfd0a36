package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.HistoryRow;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that one transaction writes: each present one in its place, the one before it in the history. */
final class ValueRows {
    private final Transaction transaction;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Manifest manifest;
    private final Policy policy;
    private Manifest.Rows history;
    private long sealings;

    /** @param manifest of the transaction */
    ValueRows(Transaction transaction, Keyring keys, RowCipher cipher, Manifest manifest, Policy policy) {
        this.transaction = transaction;
        this.keys = keys;
        this.cipher = cipher;
        this.manifest = manifest;
        this.policy = policy;
        this.history = manifest.history();
    }

    /** All history rows of the vault. */
    Manifest.Rows history() {
        return history;
    }

    /** How many rows were sealed. */
    long sealings() {
        return sealings;
    }

    /** Seals a value in place of the former one. */
    Head.ValueInfo put(SecretId id, SecretValue value, Origin origin, Head.@Nullable ValueInfo former)
            throws VaultException {
        Former kept = former == null ? Former.NONE : keep(id, former);
        byte[] content = ValueCodec.encode(value, manifest.wallTime(), origin);
        RowAddress address = RowAddress.value(id.row(), HeadCodec.VALUE_FIELD);
        try {
            SealedRow sealed = cipher.seal(address, manifest.counter(), manifest.epoch(), content);
            transaction.putValue(id.row(), HeadCodec.VALUE_FIELD, sealed.wire());
            sealings++;
            return new Head.ValueInfo(
                    value.size(),
                    kept.count() + 1,
                    Strength.of(value),
                    manifest.counter(),
                    sealed.tag(),
                    keys.fingerprint(value),
                    kept.sum());
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The former values of a secret that stay with a new one. */
    private record Former(int count, SetHash sum) {
        private static final Former NONE = new Former(0, SetHash.EMPTY);
    }

    /** A present value of this same transaction was never saved and is not kept. */
    private Former keep(SecretId id, Head.ValueInfo present) throws VaultException {
        return present.version() == manifest.counter()
                ? new Former(present.versions() - 1, present.history())
                : moveToHistory(id, present);
    }

    /** Moves the present value to the history and drops the oldest beyond the limit. */
    private Former moveToHistory(SecretId id, Head.ValueInfo present) throws VaultException {
        SetHash sum = present.history().plus(sealFormer(id, present));
        List<HistoryRow> kept = transaction.history(id.row(), HeadCodec.VALUE_FIELD);
        int tooMany = Math.max(0, kept.size() - policy.historyKept());
        for (HistoryRow oldest : kept.subList(0, tooMany)) {
            sum = sum.minus(remove(id, oldest));
        }
        return new Former(kept.size() - tooMany, sum);
    }

    private SetHash sealFormer(SecretId id, Head.ValueInfo present) throws VaultException {
        byte[] wire = transaction
                .value(id.row(), HeadCodec.VALUE_FIELD)
                .orElseThrow(() -> new VaultException(new Failure.SetChanged(Failure.Part.VALUE)));
        byte[] content = ValueCodec.open(cipher, id, present, wire);
        try {
            RowAddress address = RowAddress.history(id.row(), HeadCodec.VALUE_FIELD);
            SealedRow sealed = cipher.seal(address, present.version(), manifest.epoch(), content);
            transaction.putHistory(id.row(), HeadCodec.VALUE_FIELD, present.version(), sealed.wire());
            SetHash element = cipher.element(sealed);
            history = history.with(element);
            sealings++;
            return element;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Removes a former value; returns its element. */
    private SetHash remove(SecretId id, HistoryRow row) throws VaultException {
        SealedRow sealed = SealedRow.of(row.sealed())
                .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.HISTORY)));
        SetHash element = cipher.element(sealed);
        history = history.without(element);
        transaction.deleteHistory(id.row(), HeadCodec.VALUE_FIELD, row.version());
        return element;
    }

    /** Removes all values of a secret. */
    void delete(SecretId id) throws VaultException {
        for (HistoryRow row : transaction.history(id.row(), HeadCodec.VALUE_FIELD)) {
            remove(id, row);
        }
        transaction.deleteValue(id.row(), HeadCodec.VALUE_FIELD);
    }
}
