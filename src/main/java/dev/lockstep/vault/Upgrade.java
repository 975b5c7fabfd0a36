package dev.lockstep.vault;

import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings a vault of an older format to the newest, in one transaction: checks that it is exactly what was last saved. Of format 1, seals
 * every head again with the sum of its history, and every draft with the head in it; of format 2, only the manifest.
 */
final class Upgrade {
    private final Keyring keys;
    private final Surroundings around;

    Upgrade(Keyring keys, Surroundings around) {
        this.keys = keys;
        this.around = around;
    }

    /** Brings a copy of a vault to the newest format, if it is of an older one. */
    static void ofCopy(Path copy, Keyring keys, Surroundings around) throws VaultException {
        try (VaultStore store = VaultStore.open(copy)) {
            if (store.<Integer, VaultException>read(Transaction::format) < SealedState.NEWEST_FORMAT) {
                new Upgrade(keys, around).run(store);
            }
        }
    }

    /**
     * Does it, unless another process did meanwhile.
     *
     * @throws VaultException {@code OlderFormat} where the vault cannot be written; {@code PartDamaged} or {@code SetChanged} if it is not as it
     *     was saved, and then nothing is changed
     */
    void run(VaultStore store) throws VaultException {
        if (store.readOnly()) {
            throw new VaultException(new Failure.OlderFormat());
        }
        store.<Boolean, VaultException>write(transaction -> {
            if (transaction.format() < SealedState.NEWEST_FORMAT) {
                try (RowCipher cipher = keys.cipher()) {
                    new Run(transaction, cipher, SealedState.read(transaction)).run();
                }
            }
            return true;
        });
    }

    private final class Run {
        private final Transaction transaction;
        private final RowCipher cipher;
        private final SealedState state;
        private final Manifest old;
        private final Manifest next;
        private Manifest.Rows items = Manifest.Rows.NONE;
        private Manifest.Rows keyValues = Manifest.Rows.NONE;
        private long sealings;

        Run(Transaction transaction, RowCipher cipher, SealedState state) throws VaultException {
            this.transaction = transaction;
            this.cipher = cipher;
            this.state = state;
            this.old = Manifest.open(cipher, state.manifest(), state.format());
            this.next = old.next(RowId.random(around.random()), around.clock().millis());
        }

        void run() throws VaultException {
            if (state.format() < SealedState.PINS_HISTORY) {
                if (old.audit().entries() != 0) {
                    throw new VaultException(new Failure.PartDamaged(Failure.Part.MANIFEST));
                }
                require(Arrays.equals(old.slots(), Manifest.digest(state.slots())), Failure.Part.KEY_SLOT);
                heads(histories());
                keyValues();
            } else {
                sums();
            }
            AuditTrail audit = new AuditTrail();
            audit.note(AuditEvent.FORMAT_UPGRADED, 1, state.format() + " > " + SealedState.NEWEST_FORMAT);
            Manifest noted = next.withAudit(audit.write(transaction, keys, cipher, next));
            long seals = next.seals() + sealings + audit.written() + 1;
            Manifest whole = noted.withRows(items, keyValues, old.history(), Manifest.Rows.NONE, seals);
            transaction.putManifest(whole.seal(cipher).wire());
            transaction.migrate();
        }

        /** What the rows that stay as they are add up to. */
        private void sums() throws VaultException {
            for (int head = 0; head < state.heads(); head++) {
                items = items.with(cipher.element(state.chunk(head), state.offset(head), state.size(head)));
            }
            require(items.equals(old.items()), Failure.Part.HEADS);
            for (byte[] wire : state.keyValues().values()) {
                keyValues =
                        keyValues.with(SealedRow.of(wire).map(cipher::element).orElse(SetHash.EMPTY));
            }
            require(keyValues.equals(old.keyValues()), Failure.Part.SETTINGS);
        }

        /** What the history rows of each secret add up to. */
        private Map<RowId, SetHash> histories() throws VaultException {
            Map<RowId, SetHash> sums = new HashMap<>();
            Manifest.Rows[] found = {Manifest.Rows.NONE};
            transaction.eachHistory((id, wire) -> {
                SetHash element = SealedRow.of(wire).map(cipher::element).orElse(SetHash.EMPTY);
                found[0] = found[0].with(element);
                if (id.length == RowId.SIZE) {
                    sums.merge(RowId.of(id), element, SetHash::plus);
                }
            });
            require(found[0].equals(old.history()), Failure.Part.HISTORY);
            return sums;
        }

        private void heads(Map<RowId, SetHash> histories) throws VaultException {
            Manifest.Rows found = Manifest.Rows.NONE;
            for (int head = 0; head < state.heads(); head++) {
                RowId id = state.id(head);
                int from = state.offset(head);
                byte[] wire = Arrays.copyOfRange(state.chunk(head), from, from + state.size(head));
                SealedRow row = SealedRow.of(wire)
                        .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.HEADS)));
                found = found.with(cipher.element(row));
                byte[] content = cipher.open(RowAddress.item(id), row, Failure.Part.HEADS);
                byte[] upgraded = HeadCodec.fromFormat1(content, histories.getOrDefault(id, SetHash.EMPTY));
                SealedRow resealed = seal(RowAddress.item(id), row.version(), next.epoch(), content, upgraded);
                items = items.with(cipher.element(resealed));
                transaction.putItem(id, resealed.wire());
            }
            require(found.equals(old.items()), Failure.Part.HEADS);
        }

        private void keyValues() throws VaultException {
            Manifest.Rows found = Manifest.Rows.NONE;
            for (Map.Entry<RowId, byte[]> entry : state.keyValues().entrySet()) {
                SealedRow row = SealedRow.of(entry.getValue())
                        .orElseThrow(() -> new VaultException(new Failure.PartDamaged(Failure.Part.SETTINGS)));
                found = found.with(cipher.element(row));
                int kind = keys.kind(entry.getKey());
                RowAddress address = RowAddress.keyValue(entry.getKey(), kind);
                byte[] content = cipher.open(address, row, Failure.Part.SETTINGS);
                SealedRow kept = row;
                if (kind == Kind.DRAFT.number()) {
                    kept = seal(address, row.version(), 0, content, KeyValueCodec.fromFormat1(content));
                    transaction.putKeyValue(entry.getKey(), kept.wire());
                }
                Arrays.fill(content, (byte) 0);
                keyValues = keyValues.with(cipher.element(kept));
            }
            require(found.equals(old.keyValues()), Failure.Part.SETTINGS);
        }

        /** Seals a new content under the version that the row had, which others name; both contents are overwritten. */
        private SealedRow seal(RowAddress address, long version, int epoch, byte[] former, byte[] content) {
            try {
                sealings++;
                return cipher.seal(address, version, epoch, content);
            } finally {
                Arrays.fill(former, (byte) 0);
                Arrays.fill(content, (byte) 0);
            }
        }

        private void require(boolean condition, Failure.Part part) throws VaultException {
            if (!condition) {
                throw new VaultException(new Failure.SetChanged(part));
            }
        }
    }
}
