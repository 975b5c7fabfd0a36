package dev.lockstep.remote;

import java.io.Serial;

/** Says that a call to a vendor did not end well, and how. It has no cause and its message no data: those of HTTP name addresses and headers. */
public final class RemoteException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;

    public RemoteException(Trouble trouble) {
        super(trouble.getClass().getSimpleName());
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
