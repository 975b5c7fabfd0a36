package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The statements on one connection, prepared once. What is in the rows stays sealed; what fails gets its name. */
final class Rows implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Rows(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    void execute(String sql) throws VaultException {
        named(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    SortedMap<Integer, byte[]> heads(int from, int to) throws VaultException {
        return named(() -> {
            SortedMap<Integer, byte[]> found = new TreeMap<>();
            try (ResultSet rows = bind("SELECT k, v FROM head WHERE k BETWEEN ? AND ?", from, to)
                    .executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getInt(1), rows.getBytes(2));
                }
            }
            return found;
        });
    }

    Optional<byte[]> blob(String sql, Object... arguments) throws VaultException {
        return named(() -> {
            try (ResultSet rows = bind(sql, arguments).executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.<byte[]>empty();
            }
        });
    }

    /** Runs one statement; tells how many rows it changed. */
    int update(String sql, Object... arguments) throws VaultException {
        return named(() -> bind(sql, arguments).executeUpdate());
    }

    void each(String sql, Transaction.Sink sink, Object... arguments) throws VaultException {
        named(() -> {
            try (ResultSet rows = bind(sql, arguments).executeQuery()) {
                while (rows.next()) {
                    sink.row(rows.getBytes(1), rows.getBytes(2));
                }
                return true;
            }
        });
    }

    /** Walks along a query of four columns: id, field, version, sealed bytes. */
    Cursor walk(String sql, Object... arguments) throws VaultException {
        return named(() -> {
            PreparedStatement statement = bound(connection.prepareStatement(sql), arguments);
            return new Cursor(file, statement, statement.executeQuery());
        });
    }

    long count(String table) throws VaultException {
        return named(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    List<String> problems(String check, BooleanSupplier goOn) throws VaultException, InterruptedException {
        try (Halting halting = Halting.of(connection, goOn)) {
            return Connections.problems(halting.connection(), check);
        } catch (SQLException e) {
            VaultException cause = Halting.cause(e, goOn, file);
            if (cause.failure() instanceof Failure.FileDamaged) {
                return List.of(String.valueOf(e.getMessage()));
            }
            throw cause;
        }
    }

    List<HistoryRow> history(RowId id, int field) throws VaultException {
        return named(() -> {
            List<HistoryRow> found = new ArrayList<>();
            try (ResultSet rows = bind("SELECT ver, v FROM hist WHERE id = ? AND f = ? ORDER BY ver", id.bytes(), field)
                    .executeQuery()) {
                while (rows.next()) {
                    found.add(new HistoryRow(rows.getLong(1), rows.getBytes(2)));
                }
            }
            return found;
        });
    }

    AuditRange auditRange() throws VaultException {
        return named(() -> {
            try (ResultSet rows = bind("SELECT coalesce(min(seq), 0), coalesce(max(seq), 0), count(*) FROM audit")
                    .executeQuery()) {
                rows.next();
                return new AuditRange(rows.getLong(1), rows.getLong(2), rows.getLong(3));
            }
        });
    }

    int format() throws VaultException {
        return named(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
                return rows.getInt(1);
            }
        });
    }

    void migrate() throws VaultException {
        int from = format();
        named(() -> {
            Migrations.run(connection, from);
            return true;
        });
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return bound(statement, arguments);
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private <T> T named(SqlCall<T> call) throws VaultException {
        try {
            return call.run();
        } catch (SQLException e) {
            throw StoreFailures.of(e, file);
        }
    }

    @Override
    public void close() throws VaultException {
        named(() -> {
            connection.close();
            return true;
        });
    }

    @FunctionalInterface
    private interface SqlCall<T> {
        T run() throws SQLException;
    }
}
