package dev.lockstep.store;

import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The reads and writes inside one transaction. A failure ends it. */
public final class Transaction {
    static final int MANIFEST_KEY = 100;
    static final int LAST_SLOT = 8;

    private final Rows rows;

    Transaction(Rows rows) {
        this.rows = rows;
    }

    /** The key slots by their numbers, 1 to 8. */
    public SortedMap<Integer, byte[]> slots() throws VaultException {
        return rows.heads(1, LAST_SLOT);
    }

    public Optional<byte[]> manifest() throws VaultException {
        return Optional.ofNullable(rows.heads(MANIFEST_KEY, MANIFEST_KEY).get(MANIFEST_KEY));
    }

    public void putSlot(int number, byte[] slot) throws VaultException {
        rows.update("INSERT INTO head (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v", number, slot);
    }

    public void putManifest(byte[] sealed) throws VaultException {
        putSlot(MANIFEST_KEY, sealed);
    }

    public void deleteSlot(int number) throws VaultException {
        rows.update("DELETE FROM head WHERE k = ?", number);
    }

    public Optional<byte[]> item(RowId id) throws VaultException {
        return rows.blob("SELECT ov FROM item WHERE id = ?", (Object) id.bytes());
    }

    public void putItem(RowId id, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO item (id, ov) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET ov = excluded.ov",
                id.bytes(),
                sealed);
    }

    /** Writes a head in the place of the one that is there. */
    public void replaceItem(RowId id, byte[] sealed) throws VaultException {
        rows.update("UPDATE item SET ov = ? WHERE id = ?", sealed, id.bytes());
    }

    public void deleteItem(RowId id) throws VaultException {
        rows.update("DELETE FROM item WHERE id = ?", (Object) id.bytes());
    }

    public Optional<byte[]> value(RowId id, int field) throws VaultException {
        return rows.blob("SELECT v FROM val WHERE id = ? AND f = ?", id.bytes(), field);
    }

    public void putValue(RowId id, int field, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO val (id, f, v) VALUES (?, ?, ?) ON CONFLICT (id, f) DO UPDATE SET v = excluded.v",
                id.bytes(),
                field,
                sealed);
    }

    public void deleteValue(RowId id, int field) throws VaultException {
        rows.update("DELETE FROM val WHERE id = ? AND f = ?", id.bytes(), field);
    }

    /** Former values of a field, oldest first. */
    public List<HistoryRow> history(RowId id, int field) throws VaultException {
        return rows.history(id, field);
    }

    /** Writes a history row, also in the place of one that does not belong there. */
    public void putHistory(RowId id, int field, long version, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO hist (id, f, ver, v) VALUES (?, ?, ?, ?) ON CONFLICT (id, f, ver) DO UPDATE SET v = excluded.v",
                id.bytes(),
                field,
                version,
                sealed);
    }

    public void deleteHistory(RowId id, int field, long version) throws VaultException {
        rows.update("DELETE FROM hist WHERE id = ? AND f = ? AND ver = ?", id.bytes(), field, version);
    }

    /** Hands over each history row's secret and sealed bytes. */
    public void eachHistory(Sink sink) throws VaultException {
        rows.each("SELECT id, v FROM hist", sink);
    }

    /** A sealed audit entry. */
    public Optional<byte[]> audit(long number) throws VaultException {
        return rows.blob("SELECT v FROM audit WHERE seq = ?", number);
    }

    /** Writes an audit entry, over one that stands there without being counted. */
    public void putAudit(long number, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO audit (seq, v) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET v = excluded.v",
                number,
                sealed);
    }

    /** Removes the audit entries behind a number; tells how many there were. */
    public int deleteAuditAfter(long number) throws VaultException {
        return rows.update("DELETE FROM audit WHERE seq > ?", number);
    }

    /** The numbers of the first and the last audit entry that is there, and how many there are; zeros without any. */
    public AuditRange auditRange() throws VaultException {
        return rows.auditRange();
    }

    /** The format of the file, 1 or more. */
    public int format() throws VaultException {
        return rows.format();
    }

    /** Brings the tables of an older format to the newest. */
    public void migrate() throws VaultException {
        rows.migrate();
    }

    public Optional<byte[]> keyValue(RowId key) throws VaultException {
        return rows.blob("SELECT v FROM kv WHERE k = ?", (Object) key.bytes());
    }

    public void putKeyValue(RowId key, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO kv (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                key.bytes(),
                sealed);
    }

    public void deleteKeyValue(RowId key) throws VaultException {
        rows.update("DELETE FROM kv WHERE k = ?", (Object) key.bytes());
    }

    /** A sealed row about a remote. */
    public Optional<byte[]> sync(RowId group, RowId key) throws VaultException {
        return rows.blob("SELECT v FROM sync WHERE r = ? AND k = ?", group.bytes(), key.bytes());
    }

    public void putSync(RowId group, RowId key, byte[] sealed) throws VaultException {
        rows.update(
                "INSERT INTO sync (r, k, v) VALUES (?, ?, ?) ON CONFLICT (r, k) DO UPDATE SET v = excluded.v",
                group.bytes(),
                key.bytes(),
                sealed);
    }

    public void deleteSync(RowId group, RowId key) throws VaultException {
        rows.update("DELETE FROM sync WHERE r = ? AND k = ?", group.bytes(), key.bytes());
    }

    /** Walks along the rows about one remote, in order of their keys. */
    public Cursor sync(RowId group) throws VaultException {
        return rows.walk("SELECT k, 0, 0, v FROM sync WHERE r = ? ORDER BY k", (Object) group.bytes());
    }

    /** Walks along the rows about all remotes. */
    public Cursor sync() throws VaultException {
        return rows.walk("SELECT k, 0, 0, v FROM sync ORDER BY r, k");
    }

    /** Hands over each item's id and sealed head, in order of ids. */
    public void eachItem(Sink sink) throws VaultException {
        rows.each("SELECT id, ov FROM item", sink);
    }

    /** The same for those between two ids, with both of them. */
    public void eachItem(RowId first, RowId last, Sink sink) throws VaultException {
        rows.each("SELECT id, ov FROM item WHERE id BETWEEN ? AND ? ORDER BY id", sink, first.bytes(), last.bytes());
    }

    /** Hands over each key-value row. */
    public void eachKeyValue(Sink sink) throws VaultException {
        rows.each("SELECT k, v FROM kv", sink);
    }

    /** Walks along the heads, in order of their ids. To be closed, as the others. */
    public Cursor heads() throws VaultException {
        return rows.walk("SELECT id, 0, 0, ov FROM item ORDER BY id");
    }

    /** Walks along the heads the other way, to reach what stands behind a broken place. */
    public Cursor headsBackwards() throws VaultException {
        return rows.walk("SELECT id, 0, 0, ov FROM item ORDER BY id DESC");
    }

    /** Walks along the present values, in order of their ids and fields. */
    public Cursor values() throws VaultException {
        return rows.walk("SELECT id, f, 0, v FROM val ORDER BY id, f");
    }

    /** Walks along the former values, in order of their ids, fields and versions. */
    public Cursor formerValues() throws VaultException {
        return rows.walk("SELECT id, f, ver, v FROM hist ORDER BY id, f, ver");
    }

    /** How many secrets the file holds, as far as that can be seen without keys. */
    public long countItems() throws VaultException {
        return rows.count("item");
    }

    /** Takes one row: its id and its sealed bytes, both the sink's to keep. */
    @FunctionalInterface
    public interface Sink {
        void row(byte[] id, byte[] sealed);
    }
}
