package dev.lockstep.transfer;

import java.io.IOException;
import java.io.Serial;

/** Says that a file cannot be imported at all. The message carries nothing of its content. */
public final class ImportException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** A folder, a device, a pipe, or nothing at all. */
        NOT_A_FILE,
        /** More than {@link DotenvFile#MAX_SIZE} bytes. */
        TOO_LARGE,
        /** The operating system refused to read it. */
        UNREADABLE
    }

    ImportException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    ImportException(IOException cause) {
        super(Reason.UNREADABLE.name(), cause);
        this.reason = Reason.UNREADABLE;
    }

    public Reason reason() {
        return reason;
    }
}
