package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Walks along rows, one at a time, so that a vault of any size takes no more memory than one row. */
public final class Cursor implements AutoCloseable {
    private final Path file;
    private final Statement statement;
    private final ResultSet rows;

    Cursor(Path file, Statement statement, ResultSet rows) {
        this.file = file;
        this.statement = statement;
        this.rows = rows;
    }

    /** A row: whose it is, which field, which version where the table has any, else 0, and its sealed bytes. */
    public record Row(byte[] id, int field, long version, byte[] sealed) {}

    /** Goes to the next row; tells whether there is one. */
    public boolean next() throws VaultException {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }

    public Row row() throws VaultException {
        try {
            return new Row(rows.getBytes(1), rows.getInt(2), rows.getLong(3), rows.getBytes(4));
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }

    @Override
    public void close() throws VaultException {
        try {
            statement.close();
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }
}
