package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;

/** Lets long statements on a connection end early, until it is closed. */
final class Halting implements AutoCloseable {
    /** After so many steps of SQLite's virtual machine it asks whether to go on: well below a millisecond. */
    private static final int STEPS = 2000;

    private final Connection connection;

    private Halting(Connection connection) {
        this.connection = connection;
    }

    /** @param goOn asked in the middle of a statement; with a no the statement fails */
    static Halting of(Connection connection, BooleanSupplier goOn) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return goOn.getAsBoolean() ? 0 : 1;
            }
        });
        return new Halting(connection);
    }

    /** For the statements. */
    Connection connection() {
        return connection;
    }

    /** Why a statement failed: it was ended, or something went wrong. */
    static VaultException cause(SQLException failed, BooleanSupplier goOn, Path file) throws InterruptedException {
        if (!goOn.getAsBoolean()) {
            throw new InterruptedException();
        }
        return StoreFailures.of(failed, file);
    }

    @Override
    public void close() throws SQLException {
        ProgressHandler.clearHandler(connection);
    }
}
