package dev.lockstep.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * The list of small vault files, each good or broken in one way. Its main program writes them, packed, with an index: name, outcome, reason
 * and the way in. The outcomes stand here by hand, not from any run.
 */
public final class FormatVectors {
    static final String GOOD = "good";

    /** The ways in, as the index names them. */
    private static final String CODE = "code";

    private static final String BY_PASSWORD = "password";
    private static final String BY_KEY_FILE = "key file";
    private static final String BY_KEYSTORE = "keystore";

    private static final String MANIFEST = "PartDamaged[part=MANIFEST]";
    private static final String HEADS = "PartDamaged[part=HEADS]";
    private static final String HEAD_SET = "SetChanged[part=HEADS]";
    private static final String VALUE = "PartDamaged[part=VALUE]";
    private static final String VALUE_SET = "SetChanged[part=VALUE]";
    private static final String HISTORY = "PartDamaged[part=HISTORY]";
    private static final String HISTORY_SET = "SetChanged[part=HISTORY]";
    private static final String SETTINGS = "PartDamaged[part=SETTINGS]";
    private static final String SETTING_SET = "SetChanged[part=SETTINGS]";
    private static final String SYNC = "PartDamaged[part=SYNC]";
    private static final String SYNC_SET = "SetChanged[part=SYNC]";
    private static final String SLOT = "PartDamaged[part=KEY_SLOT]";
    private static final String SLOT_SET = "SetChanged[part=KEY_SLOT]";
    private static final String HELD_BACK = "held back SetChanged[part=KEY_SLOT]";
    private static final String PASSWORD = "WrongPassword[]";
    private static final String FILE = "FileDamaged[]";
    private static final String NO_VAULT = "NotAVault[]";

    private final List<Vector> vectors = new ArrayList<>();

    private record Vector(String name, String outcome, String reason, String way, Consumer<FormatWriter> change) {}

    private void add(String name, String outcome, String reason, Consumer<FormatWriter> change) {
        add(name, outcome, reason, CODE, change);
    }

    /** @param way by which the vault is to be opened */
    private void add(String name, String outcome, String reason, String way, Consumer<FormatWriter> change) {
        vectors.add(new Vector(name, outcome, reason, way, change));
    }

    private void content(String row, String name, String outcome, String reason, UnaryOperator<byte[]> change) {
        add(row.replace(' ', '-') + "-" + name, outcome, reason, writer -> writer.contents.put(row, change));
    }

    private void wire(String row, String name, String outcome, String reason, UnaryOperator<byte[]> change) {
        add(row.replace(' ', '-') + "-" + name, outcome, reason, writer -> writer.wires.put(row, change));
    }

    private void sql(String name, String outcome, String reason, String statement) {
        add(name, outcome, reason, writer -> writer.sql.add(statement));
    }

    /** A vault with a remote, whose content is changed. */
    private void remote(String name, String outcome, String reason, UnaryOperator<byte[]> change) {
        add("remote-" + name, outcome, reason, writer -> {
            writer.remote = true;
            writer.contents.put("remote", change);
        });
    }

    private static UnaryOperator<byte[]> set(int at, int... bytes) {
        return content -> {
            byte[] changed = content.clone();
            for (int i = 0; i < bytes.length; i++) {
                changed[(at < 0 ? changed.length : 0) + at + i] = (byte) bytes[i];
            }
            return changed;
        };
    }

    private static UnaryOperator<byte[]> flip(int at) {
        return content -> {
            byte[] changed = content.clone();
            changed[(at < 0 ? changed.length : 0) + at] ^= 1;
            return changed;
        };
    }

    private static UnaryOperator<byte[]> cut(int length) {
        return content -> Arrays.copyOf(content, length < 0 ? content.length + length : length);
    }

    private static UnaryOperator<byte[]> longer(int by) {
        return content -> Arrays.copyOf(content, content.length + by);
    }

    private static UnaryOperator<byte[]> number(int at, long number) {
        return content -> ByteBuffer.wrap(content.clone()).putLong(at, number).array();
    }

    /** The texts of a head, from its name on. */
    private static UnaryOperator<byte[]> texts(String name, String description, List<String> tags) {
        return content -> {
            byte[] texts = FormatSample.texts(name, description, "");
            byte[] tagged = FormatSample.texts(tags.toArray(String[]::new));
            return ByteBuffer.allocate(125 + texts.length + 2 + tagged.length)
                    .put(content, 0, 125)
                    .put(texts)
                    .putShort((short) tags.size())
                    .put(tagged)
                    .array();
        };
    }

    private void good() {
        add("plain", GOOD, "nothing is broken", writer -> {});
        for (int kind = 1; kind <= 5; kind++) {
            content("head A", "kind-" + kind, GOOD, "every kind of secret is known", set(2, kind));
        }
        for (int strength = 0; strength <= 4; strength++) {
            content("head A", "strength-" + strength, GOOD, "every strength is known", set(76, strength));
        }
        content("head A", "favourite", GOOD, "flag 1 is favourite", set(1, 1));
        content("head A", "rotate-by", GOOD, "a day by which a new value is due", set(43, 0, 0, 0x50, 0));
        content("head A", "rotate-by-1969", GOOD, "days before 1970 are negative", set(43, -1, -1, -1, -1));
        content("head A", "revealed", GOOD, "a time of the last reveal", number(27, FormatSample.NOW));
        content("head A", "no-tags", GOOD, "a head may have no tags", texts("A", "note", List.of()));
        content(
                "head A",
                "unicode",
                GOOD,
                "texts are UTF-8 of any script",
                texts("مفتاح-鍵-🔑", "é\u0301", List.of("טג")));
        content("head A", "long-name", GOOD, "a name of 255 characters", texts("n".repeat(255), "", List.of()));
        content("value A", "unknown-origin", GOOD, "a reader need not know the origin", set(8, 200));
        content("policy", "none-kept", GOOD, "the history may be switched off", set(17, 0, 0));
        content("policy", "1000-kept", GOOD, "the most that may be kept", set(17, 3, 0xE8));
        content("policy", "trash-0", GOOD, "nobody is asked about the trash", set(19, 0, 0));
        content("policy", "trash-3650", GOOD, "the longest that the trash is left alone", set(19, 14, 0x42));
        content("policy", "trash-never-kept", GOOD, "nobody has answered yet", number(21, 0));
        content("layout", "descending", GOOD, "a layout may descend", set(-1, 1));
        content("draft", "without-base", GOOD, "a draft of a new secret has no base", set(17, 2));
        for (String row : List.of("layout", "policy", "draft", "slots")) {
            add("no-" + row, GOOD, "a vault need not have one", writer -> writer.absent.add(row));
        }
        for (String row : List.of("head A", "value A", "policy", "manifest")) {
            add(
                    row.replace(' ', '-') + "-more-padding",
                    GOOD,
                    "zeros behind the content do not count",
                    writer -> writer.paddings.put(row, longer(256)));
        }
        content("manifest", "later-counter", MANIFEST, "the counter is the version of the row", number(1, 10));
        content("manifest", "other-seals", GOOD, "how many rows were sealed binds nobody", number(157, 77));
        content("manifest", "other-device", GOOD, "the device is for information", flip(170));
        content("audit 2", "event-0", GOOD, "a reader need not know the event", set(9, 0));
        content("audit 2", "event-255", GOOD, "a reader need not know the event", set(9, 255));
        content("audit 2", "name", GOOD, "an entry may tell of any name", set(64, 'B'));
        add("epoch-7", GOOD, "rows of any epoch open under their own key", writer -> {
            writer.places.put("head A", place -> new FormatSeal.Place("overview/7", 1, 0, place.row(), 4, 7));
            writer.places.put("value A", place -> new FormatSeal.Place("value/7", 2, 1, place.row(), 4, 7));
        });
        add("trailing-zeros", GOOD, "SQLite does not look behind the last page", writer -> writer.file = longer(1000));
        add(
                "head-version-9",
                GOOD,
                "a head may be of a later version than its value",
                writer -> writer.places.put("head A", place -> place.withVersion(9)));
    }

    private void file() {
        add("empty", NO_VAULT, "nothing there", writer -> writer.file = cut(0));
        add("header-only", FILE, "the pages are missing", writer -> writer.file = cut(100));
        add(
                "half",
                FILE,
                "half of the pages are missing",
                writer -> writer.file = bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        add("not-sqlite", NO_VAULT, "the first bytes are not SQLite's", writer -> writer.file = flip(0));
        sql("application-id", NO_VAULT, "another program's database", "PRAGMA application_id=1");
        sql("format-0", NO_VAULT, "no format", "PRAGMA user_version=0");
        sql("format-4", "NewerFormat[found=4, known=3]", "a later format", "PRAGMA user_version=4");
        sql("format-1", FILE, "tables of format 3 in a file that says 1", "PRAGMA user_version=1");
        sql("format-2", FILE, "tables of format 3 in a file that says 2", "PRAGMA user_version=2");
        for (int format = 1; format <= 2; format++) {
            String says = "PRAGMA user_version=" + format;
            add("rows-of-3-in-" + format, MANIFEST, "a manifest of format 3 in a file of format " + format, writer -> {
                writer.sql.add("DROP TABLE sync");
                writer.sql.add(says);
            });
        }
        sql(
                "trigger",
                FILE,
                "a trigger would run inside statements of the program",
                "CREATE TRIGGER t AFTER DELETE ON val BEGIN DELETE FROM hist; END");
        sql("view", FILE, "objects that the format does not have", "CREATE VIEW v AS SELECT * FROM item");
        sql("index", FILE, "objects that the format does not have", "CREATE INDEX i ON item (ov)");
        sql("table", FILE, "objects that the format does not have", "CREATE TABLE t (a)");
        sql("no-audit-table", FILE, "a table is missing", "DROP TABLE audit");
        sql("renamed-column", FILE, "a column has another name", "ALTER TABLE kv RENAME COLUMN v TO w");
        sql("added-column", FILE, "a column too many", "ALTER TABLE kv ADD COLUMN w BLOB");
        sql("view-for-table", FILE, "a view in the place of a table", "ALTER TABLE item RENAME TO hidden");
    }

    private void slots() {
        sql("slots-all-gone", SLOT, "no way in", "DELETE FROM head WHERE k <= 8");
        sql("slot-1-removed", HELD_BACK, "the manifest knows of four", "DELETE FROM head WHERE k = 1");
        sql(
                "slot-added",
                HELD_BACK,
                "the manifest knows of four",
                "INSERT INTO head SELECT 5, v FROM head WHERE k = 2");
        sql("slot-moved", HELD_BACK, "the number counts", "UPDATE head SET k = 7 WHERE k = 1");
        sql(
                "slot-2-moved",
                HELD_BACK,
                "the number counts, for the slot that opens it too",
                "UPDATE head SET k = 7 WHERE k = 2");
        sql(
                "slot-1-newer",
                HELD_BACK,
                "a slot of a later format in the place of one that is not needed now",
                "UPDATE head SET v = CAST(x'4C4B535402' || substr(v, 6) AS BLOB) WHERE k = 1");
        sql("slot-1-short", HELD_BACK, "159 bytes", "UPDATE head SET v = CAST(substr(v, 1, 159) AS BLOB) WHERE k = 1");
        add("unknown-slot-removed", SLOT_SET, "without what is known of each slot, all have to be as saved", writer -> {
            writer.absent.add("slots");
            writer.sql.add("DELETE FROM head WHERE k = 1");
        });
        slot(2, CODE, "mac", PASSWORD, "the HMAC does not fit: wrong password or altered header", flip(70));
        slot(2, CODE, "salt", PASSWORD, "another salt, other keys", flip(40));
        slot(2, CODE, "nonce", SLOT, "the vault key does not open", flip(101));
        slot(2, CODE, "wrapped-key", SLOT, "the vault key does not open", flip(120));
        slot(2, CODE, "tag", SLOT, "the vault key does not open", flip(159));
        slot(2, CODE, "flags", SLOT, "an unknown flag", flip(7));
        slot(2, CODE, "cost", SLOT, "a recovery slot has no cost", set(27, 1));
        String password = "LKST\u0001\u0001\u0001";
        add(
                "slot-1-mac",
                HELD_BACK,
                "a slot was altered that is not needed now",
                writer -> writer.file =
                        bytes -> flip(70 + new String(bytes, StandardCharsets.ISO_8859_1).indexOf(password))
                                .apply(bytes));
        cost(
                "memory-low",
                24,
                8 * 1024,
                "KdfRefused[parameters=KdfParameters[memoryKib=8192, iterations=1, parallelism=1]]");
        cost(
                "memory-high",
                24,
                2 << 20,
                "KdfRefused[parameters=KdfParameters[memoryKib=2097152, iterations=1, parallelism=1]]");
        otherWays();
    }

    private void otherWays() {
        add("by-password", GOOD, "slot 1 opens it", BY_PASSWORD, writer -> {});
        add("by-key-file", GOOD, "slot 3 opens it", BY_KEY_FILE, writer -> {});
        add("by-keystore", GOOD, "slot 4 opens it", BY_KEYSTORE, writer -> {});
        slot(1, BY_PASSWORD, "salt", PASSWORD, "another salt, other keys", flip(40));
        slot(1, BY_PASSWORD, "nonce", SLOT, "the vault key does not open", flip(101));
        slot(1, BY_PASSWORD, "passes", PASSWORD, "the passes are in the HMAC", set(31, 2));
        slot(3, BY_KEY_FILE, "mac", PASSWORD, "the HMAC does not fit", flip(70));
        slot(3, BY_KEY_FILE, "nonce", SLOT, "the vault key does not open", flip(101));
        slot(3, BY_KEY_FILE, "type-1", PASSWORD, "it says to be a password slot", set(6, 1));
        slot(
                3,
                BY_KEY_FILE,
                "memory-low",
                "KdfRefused[parameters=KdfParameters[memoryKib=8192, iterations=1, parallelism=1]]",
                "a cost outside the accepted range",
                set(24, 0, 0, 0x20, 0));
        slot(4, BY_KEYSTORE, "mac", PASSWORD, "the HMAC does not fit", flip(70));
        slot(4, BY_KEYSTORE, "salt", PASSWORD, "another salt, other keys", flip(40));
        slot(4, BY_KEYSTORE, "tag", SLOT, "the vault key does not open", flip(159));
        slot(4, BY_KEYSTORE, "cost", SLOT, "a keystore slot has no cost", set(27, 1));
        slot(4, BY_KEYSTORE, "type-3", PASSWORD, "it says to be a recovery slot", set(6, 3));
        slot(4, BY_KEYSTORE, "type-5", SLOT, "an unknown type", set(6, 5));
    }

    /** A slot that is broken but as the manifest knows it. */
    private void slot(
            int number, String way, String name, String outcome, String reason, UnaryOperator<byte[]> change) {
        add("slot-" + number + "-" + name, outcome, reason, way, writer -> writer.slots.put(number, change));
    }

    /** The other ways would still open the vault; so they go. */
    private void cost(String name, int at, int cost, String outcome) {
        add("slot-1-" + name, outcome, "a cost outside the accepted range is refused before any work", writer -> {
            writer.slotHeaders.put(
                    1,
                    header -> ByteBuffer.wrap(header.clone()).putInt(at, cost).array());
            writer.sql.add("DELETE FROM head WHERE k BETWEEN 2 AND 8");
        });
    }

    private void manifest() {
        sql("manifest-gone", MANIFEST, "the root is missing", "DELETE FROM head WHERE k = 100");
        content("manifest", "layout-1", MANIFEST, "the layout of before format 3", set(0, 1));
        content(
                "manifest",
                "of-format-2",
                MANIFEST,
                "a whole manifest of before format 3",
                content -> set(0, 1).apply(cut(189).apply(content)));
        content("manifest", "layout-3", MANIFEST, "an unknown layout", set(0, 3));
        content("manifest", "short", MANIFEST, "212 bytes", cut(-1));
        content("manifest", "long", MANIFEST, "214 bytes", longer(1));
        content("manifest", "one-item-more", HEAD_SET, "four heads are counted", number(9, 4));
        content("manifest", "one-item-less", HEAD_SET, "two heads are counted", number(9, 2));
        content("manifest", "item-sum", HEAD_SET, "the sum of the heads is another", flip(20));
        content("manifest", "one-setting-more", SETTING_SET, "six key-value rows are counted", number(33, 6));
        content("manifest", "setting-sum", SETTING_SET, "the sum of the key-value rows is another", flip(45));
        content("manifest", "slot-digest", HELD_BACK, "the digest of the slots is another", flip(130));
        content("manifest", "audit-4", "audit MISSING 4..4", "four entries are counted", number(81, 4));
        content(
                "manifest",
                "audit-2",
                "audit REPLACED 3..3, FOREIGN_ENTRIES_REMOVED 1",
                "two entries are counted",
                number(81, 2));
        content(
                "manifest",
                "audit-head",
                "audit REPLACED 4..4",
                "the chain goes on from elsewhere: the entry of the unlock does not fit",
                flip(100));
        for (int at : new int[] {0, 1, 6, 14, 26, -1}) {
            wire("manifest", "byte-" + (at < 0 ? "last" : at), MANIFEST, "one bit of the sealed row", flip(at));
        }
        wire("manifest", "too-short", MANIFEST, "shorter than any sealed row", cut(41));
        place(
                "manifest",
                "other-key",
                MANIFEST,
                "sealed under another subkey",
                place -> new FormatSeal.Place("settings", 6, 0, place.row(), 9, 0));
        place(
                "manifest",
                "other-table",
                MANIFEST,
                "sealed for another table",
                place -> new FormatSeal.Place("manifest", 5, 0, place.row(), 9, 0));
        place(
                "manifest",
                "other-row",
                MANIFEST,
                "sealed for another row",
                place -> new FormatSeal.Place(
                        "manifest", 6, 0, new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 9, 0));
    }

    private void place(String row, String name, String outcome, String reason, UnaryOperator<FormatSeal.Place> change) {
        add(row.replace(' ', '-') + "-" + name, outcome, reason, writer -> writer.places.put(row, change));
    }

    private void heads() {
        content("head A", "layout-1", HEADS, "a head of format 1", set(0, 1));
        content("head A", "layout-3", HEADS, "an unknown layout", set(0, 3));
        content("head A", "flag-2", HEADS, "an unknown flag", set(1, 2));
        content("head A", "kind-6", HEADS, "an unknown kind", set(2, 6));
        content("head A", "no-field", HEADS, "a head has one value field", set(65, 0));
        content("head A", "two-fields", HEADS, "a head has one value field", set(65, 2));
        content("head A", "field-2", HEADS, "the field is number 1", set(66, 0, 2));
        content("head A", "strength-5", HEADS, "an unknown strength", set(76, 5));
        content("head A", "short", HEADS, "it ends before its name", cut(124));
        content("head A", "empty", HEADS, "nothing in it", cut(0));
        content("head A", "name-too-long", HEADS, "the name goes beyond the end", set(125, 0x7F, -1));
        content("head A", "left-over", HEADS, "a byte too many", longer(1));
        content("head A", "tag-missing", HEADS, "a tag less than counted", cut(-4));
        content("head A", "tags-uncounted", HEADS, "no number of tags", cut(-17));
        content("head A", "versions-2", HISTORY_SET, "one former value is counted, two are there", set(72, 0, 0, 0, 2));
        content(
                "head A",
                "versions-4",
                HISTORY_SET,
                "three former values are counted, two are there",
                set(72, 0, 0, 0, 4));
        content("head A", "history-sum", HISTORY_SET, "the sum of the former values is another", flip(112));
        content("head A", "value-version", VALUE_SET, "the value is of another version", number(77, 3));
        content("head A", "value-tag", VALUE_SET, "another value is pinned", flip(90));
        for (int at : new int[] {0, 2, 7, 13, 30, -1}) {
            wire("head A", "byte-" + (at < 0 ? "last" : at), HEADS, "one bit of the sealed row", flip(at));
        }
        wire("head A", "too-short", HEADS, "shorter than any sealed row", cut(41));
        sql("head-deleted", HEAD_SET, "a head is missing", "DELETE FROM item WHERE id = (SELECT min(id) FROM item)");
        sql(
                "head-copied",
                HEADS,
                "a head under another id",
                "INSERT INTO item SELECT randomblob(16), ov FROM item LIMIT 1");
        sql(
                "heads-swapped",
                HEADS,
                "other heads in their place",
                "UPDATE item SET ov = (SELECT ov FROM item o WHERE o.id <> item.id ORDER BY o.id LIMIT 1)");
        sql(
                "head-id-short",
                HEADS,
                "an id of 15 bytes",
                "UPDATE item SET id = CAST(substr(id, 1, 15) AS BLOB) WHERE id = (SELECT min(id) FROM item)");
        sql(
                "head-of-value",
                HEADS,
                "a sealed value in the place of a head",
                "UPDATE item SET ov = (SELECT v FROM val WHERE val.id = item.id)");
        place(
                "head A",
                "other-key",
                HEADS,
                "sealed under the key of values",
                place -> new FormatSeal.Place("value/0", 1, 0, place.row(), place.version(), 0));
        place(
                "head A",
                "field-1",
                HEADS,
                "sealed for another field",
                place -> new FormatSeal.Place("overview/0", 1, 1, place.row(), place.version(), 0));
        padding("head A", HEADS);
    }

    private void padding(String row, String outcome) {
        add(
                row.replace(' ', '-') + "-length-beyond",
                outcome,
                "the content is longer than its padding",
                writer -> writer.paddings.put(row, set(0, 0x7F, 0, 0, 0)));
        add(
                row.replace(' ', '-') + "-length-negative",
                outcome,
                "a length has no sign",
                writer -> writer.paddings.put(row, set(0, -1, -1, -1, -1)));
    }

    private void values() {
        sql("value-deleted", VALUE_SET, "the value is missing", "DELETE FROM val WHERE id = (SELECT min(id) FROM val)");
        sql(
                "values-swapped",
                VALUE,
                "other values in their place",
                "UPDATE val SET v = (SELECT v FROM val o WHERE o.id <> val.id ORDER BY o.id LIMIT 1)");
        sql("value-field-2", VALUE_SET, "the field is number 1", "UPDATE val SET f = 2");
        content("value A", "short", VALUE, "it ends before its bytes", cut(8));
        for (int at : new int[] {0, 3, 9, 20, 26, -1}) {
            wire("value A", "byte-" + (at < 0 ? "last" : at), VALUE, "one bit of the sealed row", flip(at));
        }
        wire("value A", "too-short", VALUE, "shorter than any sealed row", cut(20));
        place(
                "value A",
                "as-history",
                VALUE,
                "sealed for the history",
                place -> new FormatSeal.Place("value/0", 3, 1, place.row(), place.version(), 0));
        place(
                "value A",
                "other-version",
                VALUE_SET,
                "not the version that the head pins",
                place -> place.withVersion(3));
        padding("value A", VALUE);
    }

    private void history() {
        sql("history-deleted", HISTORY_SET, "a former value is missing", "DELETE FROM hist WHERE ver = 2");
        sql(
                "history-copied",
                HISTORY_SET,
                "a former value too many",
                "INSERT INTO hist SELECT id, f, 1, v FROM hist LIMIT 1");
        sql(
                "history-renumbered",
                HISTORY,
                "a former value under another version",
                "UPDATE hist SET ver = 1 WHERE ver = 2");
        sql(
                "history-moved",
                HISTORY_SET,
                "a former value of another secret",
                "UPDATE hist SET id = (SELECT id FROM item WHERE id NOT IN (SELECT id FROM hist) LIMIT 1) WHERE ver = 2");
        content("history A 1", "short", VALUE, "it ends before its bytes", cut(8));
        wire("history A 1", "byte-30", HISTORY, "one bit of the sealed row", flip(30));
        wire("history A 1", "last-byte", HISTORY_SET, "one bit of the tag", flip(-1));
        place(
                "history A 1",
                "as-value",
                HISTORY,
                "sealed for the present value",
                place -> new FormatSeal.Place("value/0", 2, 1, place.row(), place.version(), 0));
        padding("history A 2", HISTORY);
    }

    private void settings() {
        sql(
                "setting-deleted",
                SETTING_SET,
                "a key-value row is missing",
                "DELETE FROM kv WHERE k = (SELECT min(k) FROM kv)");
        sql(
                "setting-copied",
                SETTINGS,
                "a key-value row under another key",
                "INSERT INTO kv SELECT randomblob(16), v FROM kv LIMIT 1");
        for (String row : List.of("collection", "layout", "policy", "draft", "slots")) {
            content(row, "layout-2", SETTINGS, "an unknown layout", set(0, 2));
            content(row, "short", SETTINGS, "it ends too early", cut(17));
            wire(row, "byte-30", SETTINGS, "one bit of the sealed row", flip(30));
        }
        for (String row : List.of("collection", "layout", "policy", "slots")) {
            content(row, "left-over", SETTINGS, "a byte too many", longer(1));
        }
        content("policy", "1001-kept", SETTINGS, "more than may be kept", set(17, 3, 0xE9));
        content("policy", "trash-3651", SETTINGS, "longer than the trash may be left alone", set(19, 14, 0x43));
        content("layout", "unknown-order", SETTINGS, "no such order", set(21, 'X'));
        content("slots", "number-0", SETTINGS, "slots are numbered from 1", set(18, 0));
        content("slots", "number-9", SETTINGS, "there are at most eight", set(18 + 3 * 41, 9));
        content("slots", "number-twice", SETTINGS, "numbers rise", set(18 + 41, 1));
        content("slots", "one-more", SETTINGS, "five are counted, four are there", set(17, 5));
        content("draft", "flag-4", SETTINGS, "an unknown flag", set(17, 7));
        content("draft", "head-damaged", HEADS, "the head in it is not one", set(54, 9));
        place(
                "policy",
                "unknown-kind",
                SETTINGS,
                "sealed as another kind",
                place -> new FormatSeal.Place("settings", 4, 9, place.row(), 9, 0));
    }

    private void remotes() {
        remote("plain", GOOD, "a remote with settings and credentials", content -> content);
        remote("paused", GOOD, "flag 1 is paused", set(17, 1));
        remote("without-collection", GOOD, "a reader need not miss its collection", flip(18));
        remote(
                "without-credentials",
                GOOD,
                "a remote may have none",
                content -> set(120, 0).apply(cut(121).apply(content)));
        remote("layout-2", SETTINGS, "an unknown layout", set(0, 2));
        remote("deletions", GOOD, "flag 2 is deletions", set(17, 2));
        remote("pull", GOOD, "direction 1 is pull", set(17, 16));
        remote("two-way", GOOD, "direction 2 is two-way, here paused and with deletions", set(17, 35));
        remote("direction-3", SETTINGS, "an unknown direction", set(17, 48));
        remote("flag-4", SETTINGS, "an unknown flag", set(17, 4));
        remote("flag-128", SETTINGS, "an unknown flag", set(17, 128));
        remote("vendor-upper", SETTINGS, "ids are in lower case", set(52, 'M'));
        remote("mapping-unknown", SETTINGS, "no such name mapping", set(74, 'L'));
        remote("settings-33", SETTINGS, "there are at most 32 settings", set(89, 33));
        remote("setting-order", SETTINGS, "ids rise", set(92, 'z'));
        remote("setting-id", SETTINGS, "ids are of letters, digits and hyphens", set(92, '_'));
        remote("credentials-17", SETTINGS, "there are at most 16 credentials", set(120, 17));
        remote("credential-empty", SETTINGS, "a credential has bytes", set(130, 0, 0, 0, 0));
        remote("credential-beyond", SETTINGS, "the credential goes beyond the end", set(-8, 0, 0, 0, 5));
        remote("credential-too-long", SETTINGS, "a credential has at most 65,536 bytes", content -> {
            byte[] longer = longer(65_533).apply(content);
            return ByteBuffer.wrap(longer).putInt(content.length - 8, 65_537).array();
        });
        remote("credential-longest", GOOD, "a credential of 65,536 bytes", content -> {
            byte[] longer = longer(65_532).apply(content);
            return ByteBuffer.wrap(longer).putInt(content.length - 8, 65_536).array();
        });
        remote(
                "credential-twice",
                SETTINGS,
                "ids rise",
                content -> ByteBuffer.wrap(content.clone())
                        .put(137, content, 121, 16)
                        .array());
        remote("short", SETTINGS, "it ends too early", cut(-1));
        remote("left-over", SETTINGS, "a byte too many", longer(1));
        add("remote-byte-30", SETTINGS, "one bit of the sealed row", writer -> {
            writer.remote = true;
            writer.wires.put("remote", flip(30));
        });
    }

    /** A vault with a remote and rows about it, one of which is changed. */
    private void about(String row, String name, String outcome, String reason, UnaryOperator<byte[]> change) {
        add(row.replace(' ', '-') + "-" + name, outcome, reason, writer -> {
            writer.remote = true;
            writer.contents.put(row, change);
        });
    }

    private void aboutSql(String name, String outcome, String reason, String statement) {
        add("sync-" + name, outcome, reason, writer -> {
            writer.remote = true;
            writer.sql.add(statement);
        });
    }

    private void aboutRemotes() {
        about("all-remotes", "resumed", GOOD, "flag 1 pauses all", set(17, 0));
        about("all-remotes", "flag-2", SETTINGS, "an unknown flag", set(17, 2));
        about("all-remotes", "short", SETTINGS, "it ends too early", cut(-1));
        about("all-remotes", "left-over", SETTINGS, "two bytes too many", longer(2));
        about("fingerprints", "short", SETTINGS, "a key of 31 bytes", cut(-1));
        about("fingerprints", "long", SETTINGS, "a key of 33 bytes", longer(1));
        add("fingerprints-none", GOOD, "a vault that never got new keys has none", writer -> {
            writer.remote = true;
            writer.absent.add("fingerprints");
        });
        about("sync 1", "empty", GOOD, "a row may have no bytes", cut(33));
        about("sync 1", "short", SYNC, "it ends within the id of the row", cut(32));
        about("sync 1", "layout-2", SYNC, "an unknown layout", set(0, 2));
        about("sync 1", "other-remote", SYNC, "about another remote", flip(1));
        about("sync 1", "other-row", SYNC, "its key is of another row", flip(20));
        aboutSql("deleted", SYNC_SET, "a row is missing", "DELETE FROM sync WHERE k = (SELECT min(k) FROM sync)");
        aboutSql("all-gone", SYNC_SET, "all rows are missing", "DELETE FROM sync");
        aboutSql(
                "moved",
                SYNC_SET,
                "a row under a group of no remote",
                "UPDATE sync SET r = zeroblob(16) WHERE k = (SELECT min(k) FROM sync)");
        aboutSql(
                "swapped",
                SYNC,
                "other rows in their place",
                "UPDATE sync SET v = (SELECT v FROM sync o WHERE o.k <> sync.k)");
        aboutSql(
                "copied",
                SYNC,
                "a row under another key",
                "INSERT INTO sync SELECT r, randomblob(16), v FROM sync LIMIT 1");
        aboutSql("key-short", SYNC, "a key of 15 bytes", "UPDATE sync SET k = CAST(substr(k, 1, 15) AS BLOB)");
        aboutSql("too-short", SYNC, "shorter than any sealed row", "UPDATE sync SET v = zeroblob(20)");
        add("sync-byte-30", SYNC, "one bit of the sealed row", writer -> {
            writer.remote = true;
            writer.wires.put("sync 1", flip(30));
        });
        add("sync-older", SYNC_SET, "a genuine row of another time", writer -> {
            writer.remote = true;
            writer.contents.put("manifest", flip(200));
        });
        add("sync-one-more", SYNC_SET, "three rows are counted", writer -> {
            writer.remote = true;
            writer.contents.put("manifest", number(189, 3));
        });
        add("sync-epoch-7", GOOD, "rows of any epoch open under their own key", writer -> {
            writer.remote = true;
            writer.places.put("sync 1", place -> new FormatSeal.Place("sync/7", 7, 0, place.row(), 4, 7));
        });
        add("sync-as-setting", SYNC, "sealed for another table", writer -> {
            writer.remote = true;
            writer.places.put("sync 1", place -> new FormatSeal.Place("settings", 4, 0, place.row(), 9, 0));
        });
    }

    private void audit() {
        sql("audit-2-gone", "audit MISSING 2..2", "an entry is missing", "DELETE FROM audit WHERE seq = 2");
        sql("audit-end-gone", "audit MISSING 3..3", "the newest entry is missing", "DELETE FROM audit WHERE seq = 3");
        sql("audit-all-gone", "audit MISSING 1..3", "the log is gone", "DELETE FROM audit");
        sql(
                "audit-appended",
                "audit FOREIGN_ENTRIES_REMOVED 1",
                "an entry that was not counted goes, and the log tells of it",
                "INSERT INTO audit SELECT 40, v FROM audit WHERE seq = 3");
        sql(
                "audit-0",
                "audit SURPLUS 0..0",
                "entries are counted from 1",
                "INSERT INTO audit SELECT 0, v FROM audit WHERE seq = 3");
        sql(
                "audit-negative",
                "audit SURPLUS -5..0",
                "entries are counted from 1",
                "INSERT INTO audit SELECT -5, v FROM audit WHERE seq = 3");
        sql(
                "audit-swapped",
                "audit ALTERED 1..1",
                "another entry under its number",
                "UPDATE audit SET v = (SELECT v FROM audit o WHERE o.seq = 3 - audit.seq) WHERE seq < 3");
        wire("audit 2", "byte-30", "audit ALTERED 2..2", "one bit of the sealed row", flip(30));
        content("audit 2", "layout-2", "audit ALTERED 2..2", "an unknown layout", set(0, 2));
        content("audit 2", "left-over", "audit ALTERED 2..2", "a byte too many", longer(1));
        content("audit 2", "chain", "audit REPLACED 2..3", "it does not continue the entry before it", flip(40));
    }

    private List<Vector> all() {
        good();
        file();
        slots();
        manifest();
        heads();
        values();
        history();
        settings();
        remotes();
        aboutRemotes();
        audit();
        return vectors;
    }

    /** Writes the files and the index to the folder given. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        Path draft = Files.createTempFile("vector", ".lockstep");
        List<String> index = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Vector vector : new FormatVectors().all()) {
            if (!names.add(vector.name())) {
                throw new IllegalStateException("Twice: " + vector.name());
            }
            FormatWriter writer = new FormatWriter();
            vector.change().accept(writer);
            writer.write(draft);
            try (OutputStream packed =
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve(vector.name() + ".lockstep.gz")))) {
                packed.write(Files.readAllBytes(draft));
            }
            index.add(String.join("\t", vector.name(), vector.outcome(), vector.reason(), vector.way()));
        }
        Files.delete(draft);
        Files.write(folder.resolve("index.tsv"), index, StandardCharsets.UTF_8);
    }
}
