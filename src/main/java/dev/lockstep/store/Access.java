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

    Rows connect(VaultFile file) throws VaultException {
        try {
            Connection connection = open(file);
            try {
                inspect(connection);
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

    private void inspect(Connection connection) throws SQLException, VaultException {
        if (this == LOOKING) {
            Connections.inspectSchema(connection);
        } else {
            Connections.inspect(connection);
        }
    }
}
