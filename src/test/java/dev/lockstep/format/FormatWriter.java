package dev.lockstep.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Writes one small vault from the package documentation alone, sharing no code with the program, and breaks one rule of it where it is told
 * to: in a row's content, its padding, its place, its sealed bytes, a key slot, or the whole file. Rows are named {@code head A}, {@code
 * value A}, {@code history A 1}, {@code collection}, {@code layout}, {@code policy}, {@code draft}, {@code slots}, {@code remote}, {@code
 * all-remotes}, {@code fingerprints}, {@code sync 1}, {@code audit 1} and {@code manifest}.
 */
final class FormatWriter {
    /** The bytes of the recovery code that opens every file. */
    static final byte[] RECOVERY_KEY = "a key of thirty-two bytes, fixed".getBytes(StandardCharsets.US_ASCII);

    static final byte[] PASSWORD = "one password for all".getBytes(StandardCharsets.US_ASCII);

    static final byte[] SECOND_PASSWORD = "one with a key file".getBytes(StandardCharsets.US_ASCII);

    static final String KEY_FILE = """
            lockstep key file
            version 1
            AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
            630dcd29
            """;

    static final byte[] KEPT = "what the operating system keeps.".getBytes(StandardCharsets.US_ASCII);

    final FormatSeal seal = new FormatSeal(20261121);
    final Map<String, UnaryOperator<byte[]>> contents = new HashMap<>();
    final Map<String, UnaryOperator<byte[]>> paddings = new HashMap<>();
    final Map<String, UnaryOperator<FormatSeal.Place>> places = new HashMap<>();
    final Map<String, UnaryOperator<byte[]>> wires = new HashMap<>();
    final Map<Integer, UnaryOperator<byte[]>> slotHeaders = new HashMap<>();
    final Map<Integer, UnaryOperator<byte[]>> slots = new HashMap<>();
    final List<String> sql = new ArrayList<>();
    final Set<String> absent = new HashSet<>();

    /** Whether the vault has a remote, with two rows about it and what belongs to all remotes; the others do without. */
    boolean remote;

    UnaryOperator<byte[]> file = UnaryOperator.identity();

    /** As they were sealed, before a sealed row is altered; the sums are theirs. */
    final Map<String, byte[]> sealed = new LinkedHashMap<>();

    final Map<String, byte[]> ids = new HashMap<>();
    private final Map<String, List<Object>> keys = new LinkedHashMap<>();

    byte[] id(String name) {
        return ids.computeIfAbsent(name, unknown -> seal.bytes(16));
    }

    byte[] put(String name, FormatSeal.Place proposed, byte[] proposedContent, Object... key) {
        byte[] content = contents.getOrDefault(name, UnaryOperator.identity()).apply(proposedContent);
        FormatSeal.Place place =
                places.getOrDefault(name, UnaryOperator.identity()).apply(proposed);
        byte[] padded = paddings.getOrDefault(name, UnaryOperator.identity()).apply(seal.pad(place.table(), content));
        byte[] row = seal.seal(place, padded);
        if (absent.contains(name)) {
            return row;
        }
        sealed.put(name, row);
        keys.put(name, List.of(key));
        return row;
    }

    static byte[] tag(byte[] row) {
        return Arrays.copyOfRange(row, row.length - 16, row.length);
    }

    List<byte[]> sealed(String prefix) {
        return sealed.entrySet().stream()
                .filter(row -> row.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Seals everything and writes the file. */
    void write(Path target) throws IOException, SQLException {
        SortedMap<Integer, byte[]> keySlots = keySlots();
        FormatSample.fill(this, keySlots);
        Files.deleteIfExists(target);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target)) {
            execute(connection, "PRAGMA page_size=4096");
            execute(connection, "PRAGMA application_id=1280004948");
            for (String script : List.of("001-format-1.sql", "003-format-3.sql")) {
                try (var schema = FormatWriter.class.getResourceAsStream("/dev/lockstep/store/" + script)) {
                    for (String create :
                            new String(schema.readAllBytes(), StandardCharsets.US_ASCII).split(";\n", -1)) {
                        execute(connection, create);
                    }
                }
            }
            execute(connection, "PRAGMA user_version=3");
            for (Map.Entry<Integer, byte[]> slot : keySlots.entrySet()) {
                insert(connection, "INSERT INTO head VALUES (?, ?)", slot.getKey(), slot.getValue());
            }
            for (Map.Entry<String, byte[]> row : sealed.entrySet()) {
                insert(connection, row.getKey(), row.getValue());
            }
            for (String statement : sql) {
                execute(connection, statement);
            }
        }
        Files.write(target, file.apply(Files.readAllBytes(target)));
    }

    private void insert(Connection connection, String name, byte[] row) throws SQLException {
        byte[] wire = wires.getOrDefault(name, UnaryOperator.identity()).apply(row);
        List<Object> values = new ArrayList<>(keys.get(name));
        values.add(wire);
        String table = switch (name.split(" ", -1)[0]) {
            case "head" -> "item";
            case "value" -> "val";
            case "history" -> "hist";
            case "audit" -> "audit";
            case "manifest" -> "head";
            case "sync" -> "sync";
            default -> "kv";
        };
        String marks = "?, ".repeat(values.size() - 1) + "?";
        insert(connection, "INSERT INTO " + table + " VALUES (" + marks + ")", values.toArray());
    }

    private static void insert(Connection connection, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        if (!statement.isBlank()) {
            try (var prepared = connection.createStatement()) {
                prepared.execute(statement);
            }
        }
    }

    /** Slots of the least cost: password, recovery code, password and key file, keystore. */
    private SortedMap<Integer, byte[]> keySlots() {
        SortedMap<Integer, byte[]> made = new TreeMap<>();
        byte[] password = header(1, seal.slotHeader(1, 19 * 1024, 1, 1));
        made.put(1, seal.slot(password, passwordKeys(password, new byte[32], PASSWORD)));
        byte[] recovery = header(2, seal.slotHeader(3, 0, 0, 0));
        made.put(2, seal.slot(recovery, FormatSeal.recoveryKeys(recovery, RECOVERY_KEY)));
        byte[] both = header(3, seal.slotHeader(2, 19 * 1024, 1, 1));
        made.put(3, seal.slot(both, passwordKeys(both, FormatSeal.keyFileKey(KEY_FILE), SECOND_PASSWORD)));
        byte[] keystore = header(4, seal.slotHeader(4, 0, 0, 0));
        made.put(4, seal.slot(keystore, FormatSeal.keystoreKeys(keystore, KEPT)));
        made.replaceAll((number, slot) ->
                slots.getOrDefault(number, UnaryOperator.identity()).apply(slot));
        return made;
    }

    /** Zeros where the cost would take too long. */
    private static byte[] passwordKeys(byte[] header, byte[] keyFile, byte[] password) {
        int kib = ByteBuffer.wrap(header).getInt(24);
        return kib > 1 << 20 || kib < 8 ? new byte[64] : FormatSeal.passwordKeys(header, keyFile, password);
    }

    private byte[] header(int number, byte[] header) {
        return slotHeaders.getOrDefault(number, UnaryOperator.identity()).apply(header);
    }

    static byte[] digest(SortedMap<Integer, byte[]> slots) {
        ByteBuffer told = ByteBuffer.allocate(slots.size() * 165);
        slots.forEach((number, slot) ->
                told.put(number.byteValue()).putInt(slot.length).put(slot));
        return FormatSeal.sha256(Arrays.copyOf(told.array(), told.position()));
    }
}
