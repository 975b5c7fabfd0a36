package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Copies a vault file as of one moment, by {@code VACUUM INTO}: other connections go on writing, what was deleted is left behind, and unlike
 * SQLite's page by page backup it does not start over whenever somebody writes.
 */
final class FileCopy {
    /** What has to stay free on the medium of the copy, in bytes. */
    private static final long RESERVE = 256 * 1024;

    private final VaultFile source;
    private final boolean alone;
    private final BooleanSupplier goOn;

    /** @param alone nobody writes the source */
    FileCopy(VaultFile source, boolean alone, BooleanSupplier goOn) {
        this.source = source;
        this.alone = alone;
        this.goOn = goOn;
    }

    /** Fills an empty file. */
    void into(Path draft) throws VaultException, InterruptedException {
        requireRoom(draft);
        try (Connection connection = Connections.copying(source.path(), alone);
                Halting halting = Halting.of(connection, goOn);
                PreparedStatement statement = halting.connection().prepareStatement("VACUUM INTO ?")) {
            Connections.inspectSchema(connection);
            statement.setString(1, draft.toString());
            statement.execute();
        } catch (SQLException e) {
            throw Halting.cause(e, goOn, draft);
        }
    }

    private void requireRoom(Path draft) throws VaultException {
        try {
            long needed = Files.size(source.path()) + source.logSize() + RESERVE;
            if (UsableSpace.at(draft) < needed) {
                throw new VaultException(new Failure.DiskFull());
            }
        } catch (IOException e) {
            throw StoreFailures.of(e, draft);
        }
    }
}
