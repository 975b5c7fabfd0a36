package dev.lockstep.sync.apply;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.vault.Remote;

/** Opens the vendors' vaults. */
@FunctionalInterface
public interface Vendors {
    /**
     * Opens the vault that a remote leads to; nothing is sent.
     *
     * @return to be closed by the caller
     * @throws RemoteException {@code Paused} if it or all of them are, and what opening it may end with
     */
    RemoteVault open(Remote remote) throws RemoteException, VaultException;
}
