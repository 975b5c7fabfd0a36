package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Keeps a vault file to this process alone. Its log is folded in and gone, so that the file stands for itself. */
final class FileHold implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private FileHold(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Takes hold of a file.
     *
     * @throws VaultException {@code Busy} if it is open elsewhere, {@code FileDamaged} or {@code NotAVault} if SQLite cannot read it
     */
    static FileHold on(Path file) throws VaultException {
        try {
            Connection connection = Connections.plain(file);
            try {
                setting(connection, "PRAGMA journal_mode=DELETE");
                try (Statement statement = connection.createStatement()) {
                    statement.execute("BEGIN EXCLUSIVE");
                }
                setting(connection, "PRAGMA journal_mode");
                return new FileHold(file, connection);
            } catch (SQLException | VaultException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }

    /** A log that another process needs stays, and then so does its mode. */
    private static void setting(Connection connection, String pragma) throws SQLException, VaultException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(pragma)) {
            if (!rows.next() || !"delete".equals(rows.getString(1).toLowerCase(Locale.ROOT))) {
                throw new VaultException(new Failure.Busy());
            }
        }
    }

    /** Looks into the file, as it is while it is held. */
    void check(FileSwap.Check check) throws VaultException {
        check.check(new Transaction(new Rows(file, connection)));
    }

    /** Whether the file can be renamed meanwhile. Windows lets nobody rename what is open, which also keeps others out. */
    boolean outlivesRenaming() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Lets go; a second time does nothing. */
    @Override
    public void close() throws VaultException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }
}
