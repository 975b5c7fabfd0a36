package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Opens connections to vault files with the settings that the format asks for, and refuses files with a foreign schema. */
final class Connections {
    static final int APPLICATION_ID = 0x4C4B5354;

    /** How long a writer waits for another process, in milliseconds. */
    private static final int BUSY_TIMEOUT = 3000;

    /**
     * In pages of 4 KiB: so much of a large transaction stays in memory until it is committed. Rows come in no order, so with less the same pages
     * would be written again and again.
     */
    private static final int MOST_HELD = 16_384;

    private static final List<String> HARDENING = List.of(
            "PRAGMA trusted_schema=OFF",
            "PRAGMA cell_size_check=ON",
            "PRAGMA mmap_size=0",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA secure_delete=ON",
            "PRAGMA cache_spill=" + MOST_HELD,
            "PRAGMA busy_timeout=" + BUSY_TIMEOUT);

    private Connections() {}

    /** Opens for writing: write-ahead log, every commit on the medium before it returns. */
    static Connection writable(Path file) throws SQLException {
        return open(file, "?mode=rw", List.of("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"));
    }

    /** Opens a file that nobody writes, without making any file beside it. */
    static Connection immutable(Path file) throws SQLException {
        return open(file, "?mode=ro&immutable=1", List.of("PRAGMA query_only=ON"));
    }

    /** Opens a file for reading whose log still holds changes. */
    static Connection readable(Path file) throws SQLException {
        return open(file, "?mode=ro", List.of("PRAGMA query_only=ON"));
    }

    /** Opens an empty file to be filled, with a journal that leaves nothing beside it. */
    static Connection creating(Path file) throws SQLException {
        return open(file, "?mode=rw", List.of("PRAGMA page_size=4096", "PRAGMA synchronous=FULL"));
    }

    /** Opens for whatever has to be done before another file takes this one's place. */
    static Connection plain(Path file) throws SQLException {
        return open(file, "?mode=rw", List.of("PRAGMA synchronous=FULL"));
    }

    /**
     * Opens for {@code VACUUM INTO}, which SQLite takes for a writing statement although it leaves the file alone.
     *
     * @param alone nobody writes the file, so that none is made beside it
     */
    static Connection copying(Path file, boolean alone) throws SQLException {
        return open(file, alone ? "?mode=ro&immutable=1" : "?mode=ro", List.of());
    }

    private static Connection open(Path file, String mode, List<String> settings) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + mode, unasked());
        try (Statement statement = connection.createStatement()) {
            for (String setting : HARDENING) {
                statement.execute(setting);
            }
            for (String setting : settings) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Has the driver not ask after each insertion for a generated key, of which there is none. */
    private static Properties unasked() {
        Properties settings = new Properties();
        settings.setProperty("jdbc.get_generated_keys", "false");
        return settings;
    }

    /** Refuses a file as {@link #inspectSchema} does, and one whose pages do not hang together. */
    static void inspect(Connection connection) throws SQLException, VaultException {
        inspectSchema(connection);
        if (!problems(connection, "PRAGMA quick_check(1)").isEmpty()) {
            throw new VaultException(new Failure.FileDamaged());
        }
    }

    /**
     * What SQLite finds wrong with the structure of a file.
     *
     * @param check {@code PRAGMA quick_check} or the thorough {@code PRAGMA integrity_check}, with a limit
     */
    static List<String> problems(Connection connection, String check) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(check)) {
            while (rows.next()) {
                problems.add(rows.getString(1));
            }
        }
        return problems.equals(List.of("ok")) ? List.of() : problems;
    }

    /**
     * Refuses a file that is no vault, of a newer format, or whose schema is not exactly this format's: a planted trigger or view would run
     * inside our own statements.
     */
    static void inspectSchema(Connection connection) throws SQLException, VaultException {
        int format = integer(connection, "PRAGMA user_version");
        if (format > Migrations.NEWEST) {
            throw new VaultException(new Failure.NewerFormat(format, Migrations.NEWEST));
        }
        if (integer(connection, "PRAGMA application_id") != APPLICATION_ID || format < 1) {
            throw new VaultException(new Failure.NotAVault());
        }
        if (!Migrations.schema(connection).equals(Migrations.expectedSchema(format))) {
            throw new VaultException(new Failure.FileDamaged());
        }
    }

    private static int integer(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(pragma)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
