package dev.lockstep.store;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Names what SQLite and the file system report. */
final class StoreFailures {
    /** Below this many free bytes a failed write is taken to be for want of space. */
    private static final long NO_SPACE = 64 * 1024;

    /** SQLite's word for a statement that makes no sense, among them one on a file of a foreign layout. */
    private static final int SQLITE_ERROR = 1;

    private StoreFailures() {}

    static VaultException of(SQLException cause, Path file) {
        Failure failure =
                cause instanceof SQLiteException sqlite ? of(sqlite.getResultCode(), file) : new Failure.InputOutput();
        return new VaultException(failure, cause);
    }

    /** Names what goes wrong before the first use: there a statement can only fail because the file is not as it should be. */
    static VaultException ofOpening(SQLException cause, Path file) {
        boolean misread = cause instanceof SQLiteException sqlite && sqlite.getResultCode().code == SQLITE_ERROR;
        return misread ? new VaultException(new Failure.FileDamaged(), cause) : of(cause, file);
    }

    private static Failure of(SQLiteErrorCode code, Path file) {
        return switch (code.code & 0xFF) {
            case 5, 6 -> new Failure.Busy();
            case 8 -> new Failure.ReadOnly();
            case 13 -> new Failure.DiskFull();
            case 11 -> new Failure.FileDamaged();
            case 26 -> new Failure.NotAVault();
            case 3, 14, 23 -> outOfSpace(file) ? new Failure.DiskFull() : new Failure.NoPermission();
            default -> outOfSpace(file) ? new Failure.DiskFull() : new Failure.InputOutput();
        };
    }

    static VaultException of(IOException cause, Path file) {
        Failure failure = switch (cause) {
            case NoSuchFileException e -> new Failure.FileMissing();
            case FileAlreadyExistsException e -> new Failure.FileExists();
            case AccessDeniedException e -> new Failure.NoPermission();
            default -> outOfSpace(file) ? new Failure.DiskFull() : new Failure.InputOutput();
        };
        return new VaultException(failure, cause);
    }

    private static boolean outOfSpace(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && UsableSpace.at(folder) < NO_SPACE;
        } catch (IOException | ReadOnlyFileSystemException e) {
            return false;
        }
    }
}
