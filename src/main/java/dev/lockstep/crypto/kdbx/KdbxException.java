package dev.lockstep.crypto.kdbx;

import java.io.IOException;
import java.io.Serial;

/** Says why a KeePass file is not opened. The message carries nothing of its content. */
public final class KdbxException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        NOT_KDBX,
        /** Broken, cut off or changed. */
        DAMAGED,
        /** A version, a cipher or a key derivation that is not known here; KDB of KeePass 1 too. */
        UNSUPPORTED,
        /** The key derivation asks for more than is spent. */
        TOO_COSTLY,
        /** More bytes come out of it than are read. */
        TOO_LARGE,
        /** Not opened by this password and key file; in KDBX 3 a changed file may look like that. */
        WRONG_KEY
    }

    KdbxException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
