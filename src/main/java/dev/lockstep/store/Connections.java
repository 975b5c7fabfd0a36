package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Opens connections to vault files with the settings that the format asks for, and refuses files with a foreign schema. */
final class Connections {
    static final int APPLICATION_ID = 0x4C4B5354;

    /** How long a writer waits for another process, in milliseconds. */
    private static final int BUSY_TIMEOUT = 3000;

    private static final List<String> HARDENING = List.of(
            "PRAGMA trusted_schema=OFF",
            "PRAGMA cell_size_check=ON",
            "PRAGMA mmap_size=0",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA secure_delete=ON",
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

    private static Connection open(Path file, String mode, List<String> settings) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + mode);
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

    /**
     * Refuses a file that is damaged, of a newer format, or whose schema is not exactly this format's: a planted trigger or view would run
     * inside our own statements.
     */
    static void inspect(Connection connection) throws SQLException, VaultException {
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
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!rows.next() || !"ok".equals(rows.getString(1))) {
                throw new VaultException(new Failure.FileDamaged());
            }
        }
    }

    private static int integer(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(pragma)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
