package dev.lockstep.store;

import dev.lockstep.model.VaultException;
import java.sql.Connection;
import java.sql.SQLException;

/** What a vault file is opened for. */
enum Access {
    WRITING,
    READING,
    /** Reading without the check of the structure. */
    LOOKING;

    /** Connects, and refuses a file as far as its structure shows that it has to be. */
    Rows connect(VaultFile file) throws VaultException {
        return connect(file, this == LOOKING ? Connections::inspectSchema : Connections::inspect);
    }

    /** Connects to a file whose structure is checked over another connection. */
    Rows connectUnchecked(VaultFile file) throws VaultException {
        return connect(file, Connections::inspectSchema);
    }

    /** Checks the structure of a file, over a connection of its own, that one of these was connected to and has recovered if need be. */
    void check(VaultFile file) throws VaultException {
        try (Connection connection = this == WRITING ? Connections.readable(file.path()) : open(file)) {
            Connections.inspect(connection);
        } catch (SQLException e) {
            throw StoreFailures.ofOpening(e, file.path());
        }
    }

    private Rows connect(VaultFile file, Inspection inspection) throws VaultException {
        try {
            Connection connection = open(file);
            try {
                inspection.inspect(connection);
                return new Rows(file.path(), connection);
            } catch (SQLException | VaultException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailures.ofOpening(e, file.path());
        }
    }

    /** What stands in a log belongs to the vault; it can only be read where the log's index can be made or is there. */
    private Connection open(VaultFile file) throws SQLException, VaultException {
        if (this == WRITING) {
            return Connections.writable(file.path());
        }
        return file.hasLog() ? Connections.readable(file.path()) : Connections.immutable(file.path());
    }

    @FunctionalInterface
    private interface Inspection {
        void inspect(Connection connection) throws SQLException, VaultException;
    }
}
