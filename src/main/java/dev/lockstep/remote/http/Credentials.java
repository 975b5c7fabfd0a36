package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;

/** Adds to each call what proves who asks. */
@FunctionalInterface
public interface Credentials {
    /** For calls that need none. */
    Credentials NONE = call -> {};

    /**
     * Adds headers to a call that is about to be sent, also to one that is sent again.
     *
     * @throws RemoteException if they cannot be had
     */
    void sign(Call call) throws RemoteException;
}
