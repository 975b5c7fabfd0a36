package dev.lockstep.model;

import java.io.Serial;

/** Says that a use case of the vault failed, and how. The vault is as it was before. The message carries no data of the vault. */
public final class VaultException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public VaultException(Failure failure) {
        super(failure.getClass().getSimpleName());
        this.failure = failure;
    }

    public VaultException(Failure failure, Throwable cause) {
        super(failure.getClass().getSimpleName(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
