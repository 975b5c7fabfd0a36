package dev.lockstep.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What stands in the vault that {@link FormatWriter} writes: A with two former values, B in the trash, C empty; a collection, a layout, a
 * policy, a draft, what is known of the slots, three audit entries, and a remote where one is asked for. Its counter is 9.
 */
final class FormatSample {
    static final long NOW = 1_795_248_000_000L;
    static final long COUNTER = 9;

    private final FormatWriter writer;
    private final FormatSeal seal;

    private FormatSample(FormatWriter writer) {
        this.writer = writer;
        this.seal = writer.seal;
    }

    static void fill(FormatWriter writer, SortedMap<Integer, byte[]> slots) {
        FormatSample sample = new FormatSample(writer);
        sample.secret("A", List.of("first", "second", "third value"), 0, "note");
        sample.secret("B", List.of("gone"), NOW, "");
        sample.secret("C", List.of(""), 0, "");
        sample.keyValues();
        sample.slots(slots);
        if (writer.remote) {
            sample.remote();
            sample.aboutRemotes();
        }
        sample.audit();
        sample.manifest(FormatWriter.digest(slots));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] texts(String... texts) {
        ByteBuffer out = ByteBuffer.allocate(4096);
        for (String text : texts) {
            out.putShort((short) utf8(text).length).put(utf8(text));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private void secret(String name, List<String> values, long trashed, String description) {
        byte[] id = writer.id(name);
        List<byte[]> history = new ArrayList<>();
        for (int i = 0; i < values.size() - 1; i++) {
            long version = i + 2;
            var place = new FormatSeal.Place("value/0", 3, 1, id, version, 0);
            history.add(writer.put("history " + name + " " + (i + 1), place, value(values.get(i)), id, 1, version));
        }
        long version = values.size() + 1;
        String last = values.getLast();
        var place = new FormatSeal.Place("value/0", 2, 1, id, version, 0);
        byte[] row = writer.put("value " + name, place, value(last), id, 1);
        byte[] texts = texts(name, description, "");
        byte[] tags = name.equals("A") ? texts("billing", "eu") : new byte[0];
        byte[] head = ByteBuffer.allocate(125 + texts.length + 2 + tags.length)
                .put(new byte[] {2, 0, 0})
                .putLong(NOW)
                .putLong(NOW)
                .putLong(NOW)
                .putLong(0)
                .putLong(trashed)
                .putInt(Integer.MIN_VALUE)
                .putShort((short) 14)
                .put(writer.id("collection"))
                .put((byte) 1)
                .putShort((short) 1)
                .putInt(utf8(last).length)
                .putInt(values.size())
                .put((byte) (last.isEmpty() ? 0 : 1))
                .putLong(version)
                .put(FormatWriter.tag(row))
                .put(Arrays.copyOf(seal.hmac("fingerprint", utf8(last)), 8))
                .put(seal.sum(history), 8, 16)
                .put(texts)
                .putShort((short) (tags.length == 0 ? 0 : 2))
                .put(tags)
                .array();
        writer.put("head " + name, new FormatSeal.Place("overview/0", 1, 0, id, version, 0), head, id);
    }

    private static byte[] value(String text) {
        return ByteBuffer.allocate(9 + utf8(text).length)
                .putLong(NOW)
                .put((byte) 1)
                .put(utf8(text))
                .array();
    }

    private void keyValues() {
        byte[] single = new byte[16];
        single[15] = 1;
        keyValue("collection", 1, writer.id("collection"), texts("Personal", "test", "free"));
        byte[] order = texts("NAME");
        keyValue(
                "layout",
                2,
                single,
                ByteBuffer.allocate(2 + order.length + 1)
                        .putShort((short) 0)
                        .put(order)
                        .put((byte) 0)
                        .array());
        keyValue(
                "policy",
                4,
                single,
                ByteBuffer.allocate(12)
                        .putShort((short) 20)
                        .putShort((short) 30)
                        .putLong(NOW)
                        .array());
        byte[] head = draftHead();
        keyValue(
                "draft",
                3,
                writer.id("draft"),
                ByteBuffer.allocate(33 + 4 + head.length + 5)
                        .put((byte) 3)
                        .put(writer.id("A"))
                        .putLong(4)
                        .putLong(NOW)
                        .putInt(head.length)
                        .put(head)
                        .put(utf8("draft"))
                        .array());
    }

    private void slots(SortedMap<Integer, byte[]> slots) {
        byte[] single = new byte[16];
        single[15] = 1;
        ByteBuffer fields = ByteBuffer.allocate(1 + slots.size() * 41).put((byte) slots.size());
        slots.forEach((number, slot) -> fields.put(number.byteValue())
                .put(FormatWriter.digest(new TreeMap<>(Map.of(number, slot))))
                .putLong(NOW));
        keyValue("slots", 5, single, fields.array());
    }

    /** Behind layout and id: flags at 17, times at 34, vendor at 50, number of settings at 89, of credentials at 120. */
    private void remote() {
        byte[] texts = texts("mixpeek", "Acme", "there", "lower-snake", "k_");
        byte[] settings = texts("address", "https://a", "scope", "7");
        byte[] key = texts("api-key");
        byte[] secret = texts("secret");
        keyValue(
                "remote",
                6,
                writer.id("remote"),
                ByteBuffer.allocate(33 + texts.length + 1 + settings.length + 1 + key.length + 7 + secret.length + 8)
                        .put((byte) 0)
                        .put(writer.id("collection"))
                        .putLong(NOW)
                        .putLong(NOW)
                        .put(texts)
                        .put((byte) 2)
                        .put(settings)
                        .put((byte) 2)
                        .put(key)
                        .putInt(3)
                        .put(utf8("abc"))
                        .put(secret)
                        .putInt(4)
                        .put(new byte[] {0, -1, 10, -128})
                        .array());
    }

    private byte[] draftHead() {
        byte[] texts = texts("A", "edited", "");
        return ByteBuffer.allocate(125 + texts.length + 2)
                .put((byte) 2)
                .position(43)
                .putInt(Integer.MIN_VALUE)
                .putShort((short) 14)
                .put(writer.id("collection"))
                .put((byte) 1)
                .putShort((short) 1)
                .position(125)
                .put(texts)
                .putShort((short) 0)
                .array();
    }

    private void keyValue(String name, int kind, byte[] id, byte[] fields) {
        byte[] kindAndId = ByteBuffer.allocate(17).put((byte) kind).put(id).array();
        byte[] key = Arrays.copyOf(seal.hmac("blind-index", kindAndId), 16);
        key[15] = (byte) (kind ^ seal.hmac("blind-index", Arrays.copyOf(key, 15))[0]);
        byte[] content = ByteBuffer.allocate(17 + fields.length)
                .put((byte) 1)
                .put(id)
                .put(fields)
                .array();
        writer.put(name, new FormatSeal.Place("settings", 4, kind, key, COUNTER, 0), content, key);
    }

    private void aboutRemotes() {
        byte[] single = new byte[16];
        single[15] = 1;
        keyValue("all-remotes", 7, single, new byte[] {1});
        keyValue("fingerprints", 8, single, seal.bytes(32));
        for (int number = 1; number <= 2; number++) {
            byte[] ids = ByteBuffer.allocate(32)
                    .put(writer.id("remote"))
                    .put(writer.id("sync " + number))
                    .array();
            byte[] group = syncIndex('r', writer.id("remote"));
            byte[] key = syncIndex('k', ids);
            byte[] content = ByteBuffer.allocate(33 + 6)
                    .put((byte) 1)
                    .put(ids)
                    .put(utf8("row  " + number))
                    .array();
            var place = new FormatSeal.Place("sync/0", 7, 0, key, COUNTER, 0);
            writer.put("sync " + number, place, content, group, key);
        }
    }

    private byte[] syncIndex(char sort, byte[] ids) {
        return Arrays.copyOf(
                seal.hmac(
                        "sync-index",
                        ByteBuffer.allocate(1 + ids.length)
                                .put((byte) sort)
                                .put(ids)
                                .array()),
                16);
    }

    private byte[] chain = new byte[32];

    private void audit() {
        for (int number = 1; number <= 3; number++) {
            byte[] texts = texts(number == 1 ? "" : "A", "");
            byte[] content = ByteBuffer.allocate(62 + texts.length)
                    .put((byte) 1)
                    .putLong(NOW)
                    .put((byte) (number == 1 ? 1 : 7))
                    .put(number == 1 ? new byte[16] : writer.id("A"))
                    .putInt(1)
                    .put(chain)
                    .put(texts)
                    .array();
            byte[] row = ByteBuffer.allocate(16).putLong(8, number).array();
            byte[] wire =
                    writer.put("audit " + number, new FormatSeal.Place("audit", 5, 0, row, number, 0), content, number);
            chain = seal.hmac(
                    "audit-chain",
                    ByteBuffer.allocate(56)
                            .put(chain)
                            .putLong(number)
                            .put(FormatWriter.tag(wire))
                            .array());
        }
    }

    private void manifest(byte[] slotDigest) {
        List<byte[]> settings = Stream.of(
                        "collection", "layout", "policy", "draft", "slots", "remote", "all-remotes", "fingerprints")
                .filter(writer.sealed::containsKey)
                .map(writer.sealed::get)
                .toList();
        byte[] content = ByteBuffer.allocate(213)
                .put((byte) 2)
                .putLong(COUNTER)
                .put(seal.sum(writer.sealed("head")))
                .put(seal.sum(settings))
                .put(seal.sum(writer.sealed("history")))
                .putLong(3)
                .put(chain)
                .put(slotDigest)
                .putInt(0)
                .putLong(30)
                .put(seal.bytes(16))
                .putLong(NOW)
                .put(seal.sum(writer.sealed("sync")))
                .array();
        writer.put("manifest", new FormatSeal.Place("manifest", 6, 0, new byte[16], COUNTER, 0), content, 100);
    }
}
