package dev.lockstep.keystore;

import java.io.Serial;

/** Says that the keystore of the system did not do what it was asked, and why. Carries a code of the system at most, never data. */
public final class KeystoreException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public KeystoreException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** @param code what the system's library answered */
    KeystoreException(Reason reason, long code) {
        super(reason.name() + " " + code);
        this.reason = reason;
    }

    KeystoreException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What the words to the user depend on. */
    public enum Reason {
        /** There is no keystore, or its service does not run. */
        UNAVAILABLE,
        /** The user, or a rule of the system, did not allow it; or the keystore stayed locked. */
        REFUSED,
        /** The system, or the user whom it asked, did not answer in time. */
        NO_ANSWER,
        /** What is kept under the name of the vault is no key. */
        NOT_A_KEY,
        /** Anything else. */
        FAILED
    }
}
