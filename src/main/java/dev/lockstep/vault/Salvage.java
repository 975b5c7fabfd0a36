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
import dev.lockstep.store.Cursor;
import dev.lockstep.store.Transaction;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a damaged vault, as far as they can be reached and are genuine. What cannot be reached or opened is reported once. */
final class Salvage {
    private final Transaction source;
    private final Keyring keys;
    private final RowCipher cipher;
    private final CheckReport.Builder report;
    private final int format;
    private final Optional<Manifest> manifest;
    private boolean broken;

    Salvage(Transaction source, Keyring keys, RowCipher cipher, CheckReport.Builder report) throws VaultException {
        this.source = source;
        this.keys = keys;
        this.cipher = cipher;
        this.report = report;
        this.format = source.format();
        this.manifest = SealedState.readableManifest(source, cipher);
    }

    /** What says what belongs to the vault, if it can be read. */
    Optional<Manifest> manifest() {
        return manifest;
    }

    Transaction source() {
        return source;
    }

    CheckReport.Builder report() {
        return report;
    }

    Keyring keys() {
        return keys;
    }

    RowCipher cipher() {
        return cipher;
    }

    /** Whether heads are as the newest format has them. */
    boolean pinsHistory() {
        return format >= SealedState.PINS_HISTORY;
    }

    /** Whether there can be rows about remotes. */
    boolean hasSync() {
        return format >= SealedState.HAS_SYNC;
    }

    /** A head that opens, and its row. */
    record Found(RowId id, SealedRow row, Head head) {}

    /** Takes what is found. */
    @FunctionalInterface
    interface Sink {
        void take(Found found) throws VaultException, InterruptedException;
    }

    /** Goes through the heads that can be reached, from both ends; tells how many do not open. */
    long heads(Sink sink) throws VaultException, InterruptedException {
        long[] lost = {0};
        byte[] last = new byte[0];
        try (Cursor rows = source.heads()) {
            while (rows.next()) {
                Cursor.Row row = rows.row();
                last = row.id();
                lost[0] += head(row, sink);
            }
            return lost[0];
        } catch (VaultException e) {
            requireDamaged(e);
        }
        try (Cursor rows = source.headsBackwards()) {
            while (rows.next()) {
                Cursor.Row row = rows.row();
                if (Arrays.compareUnsigned(row.id(), last) <= 0) {
                    return lost[0];
                }
                lost[0] += head(row, sink);
            }
        } catch (VaultException e) {
            requireDamaged(e);
        }
        return lost[0];
    }

    private int head(Cursor.Row row, Sink sink) throws VaultException, InterruptedException {
        Optional<SealedRow> sealed = SealedRow.of(row.sealed());
        Head head = row.id().length == RowId.SIZE && sealed.isPresent() ? head(row.id(), sealed.get()) : null;
        if (head == null) {
            return 1;
        }
        sink.take(new Found(RowId.of(row.id()), sealed.get(), head));
        return 0;
    }

    private @Nullable Head head(byte[] id, SealedRow row) {
        byte[] content = content(RowAddress.item(RowId.of(id)), row);
        if (content == null) {
            return null;
        }
        byte[] present = content;
        try {
            present = pinsHistory() ? content : HeadCodec.fromFormat1(content, SetHash.EMPTY);
            return HeadCodec.decode(present);
        } catch (VaultException notOne) {
            return null;
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(present, (byte) 0);
        }
    }

    /** The content of a row, to be overwritten by the caller; null if it is not genuine. */
    byte @Nullable [] content(RowAddress address, SealedRow row) {
        try {
            return cipher.open(address, row, Failure.Part.HEADS);
        } catch (VaultException notGenuine) {
            return null;
        }
    }

    /** Asks for something that may stand at a broken place; the other answer then. */
    <T> T orElse(T other, Question<T> question) throws VaultException {
        try {
            return question.ask(source);
        } catch (VaultException e) {
            requireDamaged(e);
            return other;
        }
    }

    /** Asks a damaged file for rows. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Transaction source) throws VaultException;
    }

    private void requireDamaged(VaultException e) throws VaultException {
        if (!(e.failure() instanceof Failure.FileDamaged)) {
            throw e;
        }
        if (!broken) {
            broken = true;
            report.add(new CheckFinding(CheckFinding.Kind.STRUCTURE, "", 0, 1));
        }
    }
}
