package dev.lockstep.format;

import static dev.lockstep.format.FormatKeys.check;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second reader of vault files, written from the package documentation of store, crypto and vault alone. It shares no code with the program
 * and checks every sum, digest and pin that is described there.
 */
public final class FormatReader implements AutoCloseable {
    private final Connection connection;
    private final int format;
    private final SortedMap<Integer, byte[]> slots = new TreeMap<>();

    public FormatReader(Path file) throws SQLException {
        connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro");
        check(number("PRAGMA application_id") == 0x4C4B5354, "application_id");
        format = (int) number("PRAGMA user_version");
        check(format >= 1 && format <= 3, "user_version");
        check(number("PRAGMA page_size") == 4096, "page_size");
        check(schema().equals(format < 3 ? SCHEMA : SCHEMA_WITH_SYNC), "the tables, and nothing else");
        for (Object[] row : rows("SELECT k, v FROM head WHERE k <= 8")) {
            byte[] slot = (byte[]) row[1];
            check(slot.length == 160, "the length of a slot");
            ByteBuffer in = ByteBuffer.wrap(slot);
            boolean slow = slot[6] == 1 || slot[6] == 2;
            check(!slow || (in.getInt(24) >= 19 * 1024 && in.getInt(24) <= 1 << 20), "the memory of a slot");
            slots.put(((Number) row[0]).intValue(), slot);
        }
    }

    private static final List<String> SCHEMA = List.of(
            "audit (seq INTEGER PRIMARY KEY, v BLOB NOT NULL) STRICT",
            "head (k INTEGER PRIMARY KEY, v BLOB NOT NULL) STRICT",
            "hist (id BLOB NOT NULL, f INTEGER NOT NULL, ver INTEGER NOT NULL, v BLOB NOT NULL, PRIMARY KEY (id, f, ver))"
                    + " STRICT, WITHOUT ROWID",
            "item (id BLOB PRIMARY KEY NOT NULL, ov BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "kv (k BLOB PRIMARY KEY NOT NULL, v BLOB NOT NULL) STRICT, WITHOUT ROWID",
            "val (id BLOB NOT NULL, f INTEGER NOT NULL, v BLOB NOT NULL, PRIMARY KEY (id, f)) STRICT, WITHOUT ROWID");

    private static final List<String> SCHEMA_WITH_SYNC = Stream.concat(
                    SCHEMA.stream(),
                    Stream.of("sync (r BLOB NOT NULL, k BLOB NOT NULL, v BLOB NOT NULL, PRIMARY KEY (r, k))"
                            + " STRICT, WITHOUT ROWID"))
            .sorted()
            .toList();

    private List<String> schema() throws SQLException {
        return rows("SELECT type, sql FROM sqlite_schema ORDER BY name").stream()
                .map(row -> row[0].equals("table") ? row[1].toString().replace("CREATE TABLE ", "") : row[0].toString())
                .toList();
    }

    /** A key slot by its number. */
    public byte[] slot(int number) {
        return slots.get(number);
    }

    /** Everything in the vault. */
    public FormatContents read(FormatKeys keys) throws SQLException, GeneralSecurityException {
        ByteBuffer manifest = manifest(keys);
        requireSum(keys, manifest, 9, "SELECT ov FROM item");
        requireSum(keys, manifest, 33, "SELECT v FROM kv");
        requireSum(keys, manifest, 57, "SELECT v FROM hist");
        if (format == 3) {
            requireSum(keys, manifest, 189, "SELECT v FROM sync");
        }
        FormatContents contents = new FormatContents(
                manifest.getLong(1),
                audit(keys, manifest),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (Object[] row : rows("SELECT id, ov FROM item")) {
            contents.secrets().add(secret(keys, (byte[]) row[0], (byte[]) row[1]));
        }
        for (Object[] row : rows("SELECT k, v FROM kv")) {
            keyValue(keys, (byte[]) row[0], (byte[]) row[1], contents);
        }
        if (format == 3) {
            sync(keys, contents);
        }
        check(number("SELECT count(*) FROM val") == contents.secrets().size(), "one value for each head");
        requireKnown(contents.slots());
        return contents;
    }

    /** The rows about the remotes, which have to be there. */
    private void sync(FormatKeys keys, FormatContents contents) throws SQLException, GeneralSecurityException {
        List<String> remotes =
                contents.remotes().stream().map(FormatContents.Remote::id).toList();
        for (Object[] row : rows("SELECT r, k, v FROM sync")) {
            byte[] content = keys.unseal((byte[]) row[2], "sync/EPOCH", 7, 0, (byte[]) row[1]);
            check(content.length >= 33 && content[0] == 1, "the layout of a row about a remote");
            byte[] remote = Arrays.copyOfRange(content, 1, 17);
            check(remotes.contains(hex(remote)), "the remote of a row");
            check(Arrays.equals((byte[]) row[0], index(keys, 'r', remote)), "the group of a row");
            check(Arrays.equals((byte[]) row[1], index(keys, 'k', Arrays.copyOfRange(content, 1, 33))), "its key");
            contents.sync()
                    .add(new FormatContents.Sync(
                            hex(remote),
                            hex(Arrays.copyOfRange(content, 17, 33)),
                            hex(Arrays.copyOfRange(content, 33, content.length))));
        }
    }

    private static byte[] index(FormatKeys keys, char sort, byte[] ids) throws GeneralSecurityException {
        byte[] input =
                ByteBuffer.allocate(1 + ids.length).put((byte) sort).put(ids).array();
        return Arrays.copyOf(FormatKeys.hmac("HmacSHA256", keys.subkey("sync-index"), input), 16);
    }

    private ByteBuffer manifest(FormatKeys keys) throws SQLException, GeneralSecurityException {
        byte[] row = (byte[]) rows("SELECT v FROM head WHERE k = 100").getFirst()[0];
        ByteBuffer manifest = ByteBuffer.wrap(keys.unseal(row, "manifest", 6, 0, new byte[16]));
        int layout = format < 3 ? 1 : 2;
        check(manifest.capacity() == (layout == 1 ? 189 : 213), "the manifest's length");
        check(manifest.get(0) == layout, "the manifest's layout");
        check(manifest.getLong(1) == ByteBuffer.wrap(row).getLong(5), "the counter");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        slots.forEach((number, slot) -> digest.update(ByteBuffer.allocate(5 + slot.length)
                .put(number.byteValue())
                .putInt(slot.length)
                .put(slot)
                .flip()));
        check(Arrays.equals(digest.digest(), taken(manifest, 121, 32)), "the digest of the slots");
        return manifest;
    }

    private void requireKnown(List<FormatContents.Slot> known) throws GeneralSecurityException {
        if (!known.isEmpty()) {
            check(
                    known.stream().map(FormatContents.Slot::number).toList().equals(List.copyOf(slots.keySet())),
                    "slots");
        }
        for (FormatContents.Slot slot : known) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = slots.get(slot.number());
            digest.update(ByteBuffer.allocate(5)
                    .put((byte) slot.number())
                    .putInt(bytes.length)
                    .flip());
            check(hex(digest.digest(bytes)).equals(slot.digest()), "the digest of a slot");
        }
    }

    /** Follows the chain of the audit log from its beginning to the manifest. */
    private List<FormatContents.Audit> audit(FormatKeys keys, ByteBuffer manifest)
            throws SQLException, GeneralSecurityException {
        List<FormatContents.Audit> entries = new ArrayList<>();
        byte[] chain = new byte[32];
        for (Object[] row : rows("SELECT seq, v FROM audit ORDER BY seq")) {
            long number = ((Number) row[0]).longValue();
            check(number == entries.size() + 1, "the number of an audit entry");
            byte[] wire = (byte[]) row[1];
            byte[] id = ByteBuffer.allocate(16).putLong(8, number).array();
            byte[] content = keys.unseal(wire, "audit", 5, 0, id);
            check(Arrays.equals(chain, Arrays.copyOfRange(content, 30, 62)), "the chain before an audit entry");
            byte[] link = ByteBuffer.allocate(56)
                    .put(chain)
                    .putLong(number)
                    .put(wire, wire.length - 16, 16)
                    .array();
            chain = FormatKeys.hmac("HmacSHA256", keys.subkey("audit-chain"), link);
            entries.add(FormatTexts.audit(content));
        }
        check(manifest.getLong(81) == entries.size(), "the number of audit entries");
        check(Arrays.equals(chain, taken(manifest, 89, 32)), "the end of the audit chain");
        return entries;
    }

    private void requireSum(FormatKeys keys, ByteBuffer manifest, int at, String sql)
            throws SQLException, GeneralSecurityException {
        List<byte[]> rows = rows(sql).stream().map(row -> (byte[]) row[0]).toList();
        check(manifest.getLong(at) == rows.size(), "the number of rows: " + sql);
        check(sum(keys, rows).equals(new BigInteger(1, taken(manifest, at + 8, 16))), "the sum of rows: " + sql);
    }

    private static BigInteger sum(FormatKeys keys, List<byte[]> rows) throws GeneralSecurityException {
        Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
        block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.subkey("set"), "AES"));
        BigInteger sum = BigInteger.ZERO;
        for (byte[] wire : rows) {
            sum = sum.add(new BigInteger(1, block.doFinal(Arrays.copyOfRange(wire, wire.length - 16, wire.length))));
        }
        return sum.mod(BigInteger.ONE.shiftLeft(128));
    }

    private FormatContents.Secret secret(FormatKeys keys, byte[] id, byte[] row)
            throws SQLException, GeneralSecurityException {
        byte[] head = keys.unseal(row, "overview/EPOCH", 1, 0, id);
        ByteBuffer in = ByteBuffer.wrap(head);
        byte[] pinned = (byte[]) rows("SELECT v FROM val WHERE f = 1 AND hex(id) = '" + hex(id) + "'")
                .getFirst()[0];
        check(in.getLong(77) == ByteBuffer.wrap(pinned).getLong(5), "the value's version in the head");
        check(
                Arrays.equals(taken(in, 85, 16), Arrays.copyOfRange(pinned, pinned.length - 16, pinned.length)),
                "its tag");
        List<FormatContents.Value> values = new ArrayList<>();
        List<byte[]> history = new ArrayList<>();
        for (Object[] former :
                rows("SELECT ver, v FROM hist WHERE f = 1 AND hex(id) = '" + hex(id) + "' ORDER BY ver")) {
            byte[] sealed = (byte[]) former[1];
            check(
                    ByteBuffer.wrap(sealed).getLong(5) == ((Number) former[0]).longValue(),
                    "the version of a former value");
            values.add(value(keys.unseal(sealed, "value/EPOCH", 3, 1, id)));
            history.add(sealed);
        }
        check(in.getInt(72) == history.size() + 1, "the number of values in the head");
        check(
                format == 1 || sum(keys, history).equals(new BigInteger(1, taken(in, 109, 16))),
                "the sum of the history");
        byte[] present = keys.unseal(pinned, "value/EPOCH", 2, 1, id);
        byte[] bytes = Arrays.copyOfRange(present, 9, present.length);
        byte[] fingerprint = FormatKeys.hmac("HmacSHA256", keys.subkey("fingerprint"), bytes);
        check(Arrays.equals(taken(in, 101, 8), Arrays.copyOf(fingerprint, 8)), "the fingerprint");
        values.add(value(present));
        var times =
                new FormatContents.Times(in.getLong(3), in.getLong(11), in.getLong(19), in.getLong(27), in.getLong(35));
        return new FormatContents.Secret(
                hex(id),
                ByteBuffer.wrap(row).getLong(5),
                FormatTexts.details(head, format),
                times,
                in.getInt(68),
                in.getInt(72),
                in.get(76),
                values);
    }

    private static FormatContents.Value value(byte[] content) {
        return new FormatContents.Value(
                ByteBuffer.wrap(content).getLong(), content[8], hex(Arrays.copyOfRange(content, 9, content.length)));
    }

    private void keyValue(FormatKeys keys, byte[] key, byte[] row, FormatContents contents)
            throws GeneralSecurityException {
        byte[] start = Arrays.copyOf(key, 15);
        int kind = key[15] ^ FormatKeys.hmac("HmacSHA256", keys.subkey("blind-index"), start)[0];
        byte[] content = keys.unseal(row, "settings", 4, kind, key);
        byte[] kindAndId = Arrays.copyOf(content, 17);
        check(kindAndId[0] == 1, "the layout of a key-value row");
        kindAndId[0] = (byte) kind;
        byte[] index = FormatKeys.hmac("HmacSHA256", keys.subkey("blind-index"), kindAndId);
        check(Arrays.equals(start, Arrays.copyOf(index, 15)), "the blind index");
        FormatTexts.keyValue(kind, content, format, contents);
    }

    private long number(String sql) throws SQLException {
        return ((Number) rows(sql).getFirst()[0]).longValue();
    }

    private List<Object[]> rows(String sql) throws SQLException {
        List<Object[]> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }

    static byte[] taken(ByteBuffer from, int at, int length) {
        byte[] taken = new byte[length];
        from.get(at, taken);
        return taken;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
