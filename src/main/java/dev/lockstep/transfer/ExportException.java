package dev.lockstep.transfer;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says that a file could not be written; nothing is left of it then. The message carries nothing of its content. */
public final class ExportException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** A file of that name is there, and nobody said to replace it. */
        EXISTS,
        /** The folder is not there. */
        NO_FOLDER,
        NO_PERMISSION,
        DISK_FULL,
        /** The operating system refused to write it. */
        UNWRITABLE
    }

    private ExportException(Reason reason, IOException cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /**
     * What the operating system refused.
     *
     * @param folder in which the file was to be
     */
    public static ExportException of(IOException cause, Path folder) {
        Reason reason = switch (cause) {
            case FileAlreadyExistsException e -> Reason.EXISTS;
            case NoSuchFileException e -> Reason.NO_FOLDER;
            case AccessDeniedException e -> Reason.NO_PERMISSION;
            case DiskFullException e -> Reason.DISK_FULL;
            default ->
                DiskFullException.orSame(cause, folder) instanceof DiskFullException
                        ? Reason.DISK_FULL
                        : Reason.UNWRITABLE;
        };
        return new ExportException(reason, cause);
    }

    public Reason reason() {
        return reason;
    }
}
