package dev.lockstep.sync.check;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.vault.Remote;
import org.jspecify.annotations.Nullable;

/** The way to the vendors behind remotes. */
public interface Doors {
    /**
     * Opens the vault behind a remote for a while.
     *
     * @param visit may hand the vault to other threads, which have to be done when it returns
     * @throws RemoteException {@code Paused} if the remote is, or all are; what the visit throws
     * @throws VaultException if the credentials cannot be opened, or what the visit throws
     * @throws InterruptedException if the thread was interrupted
     */
    <T extends @Nullable Object> T visit(Remote remote, Visit<T> visit)
            throws RemoteException, VaultException, InterruptedException;

    /** What is done with an open vault. */
    @FunctionalInterface
    interface Visit<T extends @Nullable Object> {
        T run(RemoteVault open) throws RemoteException, VaultException, InterruptedException;
    }
}
