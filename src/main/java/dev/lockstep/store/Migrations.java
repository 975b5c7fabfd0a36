package dev.lockstep.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbered SQL files that lead from one format to the next. */
final class Migrations {
    /** The format that this program writes. */
    static final int NEWEST = 3;

    private static final List<String> FILES = List.of("001-format-1.sql", "002-format-2.sql", "003-format-3.sql");

    private static final Map<Integer, List<String>> EXPECTED = new ConcurrentHashMap<>();

    private Migrations() {}

    /** Brings a database from one format to the newest, inside the transaction of the caller. */
    static void run(Connection connection, int from) throws SQLException {
        run(connection, from, NEWEST);
    }

    private static void run(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String file : FILES.subList(from, to)) {
                for (String sql : read(file).split(";\n", -1)) {
                    if (!sql.replaceAll("(?m)^--.*$", "").isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("PRAGMA user_version=" + to);
        }
    }

    /** Everything that stands in the schema of a database, one line for each object. */
    static List<String> schema(Connection connection) throws SQLException {
        List<String> objects = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name")) {
            while (rows.next()) {
                objects.add(rows.getString(1)
                        + ' '
                        + rows.getString(2)
                        + ' '
                        + rows.getString(3)
                        + ' '
                        + rows.getString(4));
            }
        }
        return objects;
    }

    /** The schema of a format, as SQLite itself writes it down. */
    static List<String> expectedSchema(int format) throws SQLException {
        List<String> known = EXPECTED.get(format);
        if (known == null) {
            try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                run(memory, 0, format);
                known = List.copyOf(schema(memory));
            }
            EXPECTED.put(format, known);
        }
        return known;
    }

    private static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Unreadable " + file, e);
        }
    }
}
