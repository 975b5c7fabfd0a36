package dev.lockstep.sync.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/** The rows about remotes as they stand in a file, sealed. A row that is written again is another one, whatever it holds. */
public record StoredRows(Map<String, String> rows) {
    public static StoredRows of(Path file) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = store.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM sync")) {
            while (found.next()) {
                rows.put(hex(found.getBytes(1)) + hex(found.getBytes(2)), hex(found.getBytes(3)));
            }
        }
        return new StoredRows(rows);
    }

    /** How many rows were written or removed since. */
    public long writtenSince(StoredRows before) {
        long written = rows.entrySet().stream()
                .filter(row -> !Objects.equals(before.rows.get(row.getKey()), row.getValue()))
                .count();
        return written
                + before.rows.keySet().stream()
                        .filter(key -> !rows.containsKey(key))
                        .count();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
