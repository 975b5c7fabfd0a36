package dev.lockstep.transfer;

import java.io.IOException;
import java.io.Serial;
import java.nio.channels.ClosedByInterruptException;

/** Says that something cannot be imported at all. The message carries nothing of its content. */
public final class ImportException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** A folder, a device, a pipe, or nothing at all. */
        NOT_A_FILE,
        /** More bytes, packed or unpacked, than are read of this format. */
        TOO_LARGE,
        /** The operating system refused to read it. */
        UNREADABLE,
        /** It does not look like any format that is known. */
        UNKNOWN_FORMAT,
        /** It is not of the format that was named. */
        OTHER_FORMAT,
        /** It is of the format, and broken or cut off. */
        DAMAGED,
        /** It is of a version of the format, or uses a part of it, that is not known here. */
        UNSUPPORTED,
        /** It is encrypted by GnuPG, as the stores of {@code pass} are. */
        ENCRYPTED_BY_GPG,
        /** It is a page for reading, such as the HTML export of KeePassXC, which names the fields in the language of the user. */
        HTML,
        /** It is nested more deeply than is read. */
        TOO_DEEP,
        /** Its key would cost more time or memory than is spent on it. */
        TOO_COSTLY,
        PASSWORD_NEEDED,
        /** The password, the key file or both are not those of the file, or it was changed. */
        WRONG_PASSWORD,
        KEY_FILE_UNREADABLE,
        /** It has to be said which column is what. */
        COLUMNS_NEEDED
    }

    /** With nothing more to say. */
    public ImportException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    private ImportException(IOException cause) {
        super(Reason.UNREADABLE.name(), cause);
        this.reason = Reason.UNREADABLE;
    }

    /**
     * What the operating system refused.
     *
     * @throws InterruptedException if it was the thread that was interrupted, which closes what it reads
     */
    public static ImportException of(IOException cause) throws InterruptedException {
        if (cause instanceof ClosedByInterruptException) {
            Thread.interrupted();
            throw new InterruptedException();
        }
        return new ImportException(cause);
    }

    public Reason reason() {
        return reason;
    }
}
