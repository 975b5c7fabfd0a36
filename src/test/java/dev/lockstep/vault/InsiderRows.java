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
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Replaces the content of one row of the {@link Sample} by another, and seals again all that stands for it. */
final class InsiderRows {
    /** A head, the value and the former value of BETA, the last audit entry, the manifest, a row about a remote, and the key-value rows. */
    static final int COUNT = 12;

    private static final int FIRST_KEY_VALUE = 6;

    private final Connection connection;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Manifest manifest;
    private final byte[] beta;

    InsiderRows(Connection connection, Keyring keys, RowCipher cipher) throws SQLException, VaultException {
        this.connection = connection;
        this.keys = keys;
        this.cipher = cipher;
        this.manifest = Manifest.open(cipher, row("SELECT v FROM head WHERE k = 100"), SealedState.NEWEST_FORMAT);
        this.beta = Sample.blob(connection, "SELECT id FROM hist");
    }

    private SealedRow row(String sql, Object... arguments) throws SQLException {
        return SealedRow.of(Sample.blob(connection, sql, arguments)).orElseThrow();
    }

    byte[] genuine(int number) throws SQLException, VaultException {
        return switch (number) {
            case 0 -> open(RowAddress.item(RowId.of(beta)), row("SELECT ov FROM item WHERE id = ?", beta));
            case 1 -> open(RowAddress.value(RowId.of(beta), 1), row("SELECT v FROM val WHERE id = ?", beta));
            case 2 -> open(RowAddress.history(RowId.of(beta), 1), row("SELECT v FROM hist"));
            case 3 -> open(audit(), row("SELECT v FROM audit ORDER BY seq DESC"));
            case 4 -> open(RowAddress.MANIFEST, row("SELECT v FROM head WHERE k = 100"));
            case 5 -> open(sync(), row("SELECT v FROM sync ORDER BY k"));
            default -> {
                byte[] key = keyValue(number);
                yield open(address(key), row("SELECT v FROM kv WHERE k = ?", key));
            }
        };
    }

    private byte[] open(RowAddress address, SealedRow row) throws VaultException {
        return cipher.open(address, row, Failure.Part.SETTINGS);
    }

    private RowAddress sync() throws SQLException {
        return RowAddress.sync(RowId.of(Sample.blob(connection, "SELECT min(k) FROM sync")));
    }

    private Manifest sync(byte[] content) throws SQLException {
        SealedRow old = row("SELECT v FROM sync ORDER BY k");
        SealedRow sealed = cipher.seal(sync(), old.version(), old.epoch(), content);
        Sample.update(connection, "UPDATE sync SET v = ? WHERE k = (SELECT min(k) FROM sync)", sealed.wire());
        Manifest.Rows rows = manifest.sync().without(cipher.element(old)).with(cipher.element(sealed));
        return manifest.withRows(
                manifest.items(), manifest.keyValues(), manifest.history(), rows, manifest.seals() + 1);
    }

    private RowAddress audit() {
        return RowAddress.audit(manifest.audit().entries());
    }

    private RowAddress address(byte[] key) {
        RowId index = RowId.of(key);
        return RowAddress.keyValue(index, keys.kind(index));
    }

    private byte[] keyValue(int number) throws SQLException {
        List<byte[]> all = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT k FROM kv")) {
            while (rows.next()) {
                all.add(rows.getBytes(1));
            }
        }
        all.sort(java.util.Comparator.comparingInt(key -> keys.kind(RowId.of(key))));
        return all.get((number - FIRST_KEY_VALUE) % all.size());
    }

    void replace(int number, byte[] content) throws SQLException, VaultException {
        Manifest changed = switch (number) {
            case 0 -> head(content);
            case 1 -> value(content);
            case 2 -> history(content);
            case 3 -> lastAuditEntry(content);
            case 4 -> manifest;
            case 5 -> sync(content);
            default -> keyValue(keyValue(number), content);
        };
        SealedRow sealed = number == 4 ? manifestOf(content) : changed.seal(cipher);
        Sample.update(connection, "UPDATE head SET v = ? WHERE k = 100", sealed.wire());
        connection.commit();
    }

    private SealedRow manifestOf(byte[] content) {
        long counter = content.length < 9 ? 0 : ByteBuffer.wrap(content).getLong(1);
        return cipher.seal(RowAddress.MANIFEST, counter, 0, content);
    }

    private Manifest head(byte[] content) throws SQLException {
        RowAddress address = RowAddress.item(RowId.of(beta));
        SealedRow old = row("SELECT ov FROM item WHERE id = ?", beta);
        SealedRow sealed = cipher.seal(address, old.version(), old.epoch(), content);
        Sample.update(connection, "UPDATE item SET ov = ? WHERE id = ?", sealed.wire(), beta);
        return with(
                manifest.items().without(cipher.element(old)).with(cipher.element(sealed)),
                manifest.keyValues(),
                manifest.history());
    }

    private Manifest with(Manifest.Rows items, Manifest.Rows keyValues, Manifest.Rows history) {
        return manifest.withRows(items, keyValues, history, manifest.sync(), manifest.seals() + 1);
    }

    private Head.ValueInfo info() throws SQLException, VaultException {
        return HeadCodec.decode(genuine(0)).value();
    }

    private Manifest pinned(Head.ValueInfo info) throws SQLException, VaultException {
        Head head = HeadCodec.decode(genuine(0));
        return head(HeadCodec.encode(head.withValue(info, head.modified())));
    }

    private Manifest value(byte[] content) throws SQLException, VaultException {
        SealedRow old = row("SELECT v FROM val WHERE id = ?", beta);
        SealedRow sealed = cipher.seal(RowAddress.value(RowId.of(beta), 1), old.version(), old.epoch(), content);
        Sample.update(connection, "UPDATE val SET v = ? WHERE id = ?", sealed.wire(), beta);
        Head.ValueInfo info = info();
        return pinned(new Head.ValueInfo(
                info.size(),
                info.versions(),
                info.strength(),
                info.version(),
                sealed.tag(),
                info.fingerprint(),
                info.history()));
    }

    private Manifest history(byte[] content) throws SQLException, VaultException {
        SealedRow old = row("SELECT v FROM hist");
        SealedRow sealed = cipher.seal(RowAddress.history(RowId.of(beta), 1), old.version(), old.epoch(), content);
        Sample.update(connection, "UPDATE hist SET v = ?", sealed.wire());
        SetHash sum = cipher.element(sealed);
        Head.ValueInfo info = info();
        Manifest whole = pinned(new Head.ValueInfo(
                info.size(), info.versions(), info.strength(), info.version(), info.tag(), info.fingerprint(), sum));
        return whole.withRows(whole.items(), whole.keyValues(), new Manifest.Rows(1, sum), whole.sync(), whole.seals());
    }

    private Manifest lastAuditEntry(byte[] content) throws SQLException, VaultException {
        long number = manifest.audit().entries();
        byte[] before = AuditCodec.decode(number, genuine(3)).before();
        SealedRow sealed = cipher.seal(audit(), manifest.counter(), 0, content);
        Sample.update(connection, "UPDATE audit SET v = ? WHERE seq = ?", sealed.wire(), number);
        return manifest.withAudit(new Manifest.Audit(number, keys.chain(before, number, sealed.tag())));
    }

    private Manifest keyValue(byte[] key, byte[] content) throws SQLException {
        SealedRow old = row("SELECT v FROM kv WHERE k = ?", key);
        SealedRow sealed = cipher.seal(address(key), old.version(), old.epoch(), content);
        Sample.update(connection, "UPDATE kv SET v = ? WHERE k = ?", sealed.wire(), key);
        return with(
                manifest.items(),
                manifest.keyValues().without(cipher.element(old)).with(cipher.element(sealed)),
                manifest.history());
    }
}
