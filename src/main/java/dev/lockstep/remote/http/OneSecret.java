package dev.lockstep.remote.http;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import org.jspecify.annotations.Nullable;

/** Holds the one value of an answer until all of the answer is found good; closing it wipes the value unless it was taken. */
public final class OneSecret implements AutoCloseable {
    private @Nullable SecretValue held;

    /** Takes over a value; an answer that has two is none of any API. */
    public void hold(SecretValue value) throws RemoteException {
        if (held != null) {
            value.close();
            throw Json.unexpected();
        }
        held = value;
    }

    /**
     * Gives the value away, to be closed by the caller.
     *
     * @throws RemoteException {@code ProtocolError UNEXPECTED} if the answer had none
     */
    public SecretValue take() throws RemoteException {
        SecretValue value = held;
        if (value == null) {
            throw Json.unexpected();
        }
        held = null;
        return value;
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
