package dev.lockstep.remote.connect;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.dreadnode.DreadnodeVault;
import dev.lockstep.remote.hooklistener.HooklistenerVault;
import dev.lockstep.remote.hookpulse.HookpulseVault;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import dev.lockstep.remote.kv.KvVault;
import dev.lockstep.remote.mixpeek.MixpeekVault;
import dev.lockstep.remote.voximplant.VoximplantVault;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Opens the vaults of vendors. Those that trust authorities of their own have connections of their own, closed with them. */
public final class Connector implements AutoCloseable {
    private final Executor executor;
    private final Pace pace;
    private final Transport shared;

    /** @param executor runs what the connections do; it stays the caller's */
    public Connector(Executor executor, Pace pace) {
        this.executor = executor;
        this.pace = pace;
        shared = Transport.trusting(executor);
    }

    /**
     * Opens a vault. Nothing is sent.
     *
     * @param connection stays the caller's, who may close it at once
     * @throws RemoteException if what was filled in cannot be used: {@code Unavailable} for address and authorities, {@code Unauthorized} for
     *     credentials, {@code Refused} for the rest
     */
    public RemoteVault open(Connection connection) throws RemoteException {
        Optional<String> authorities = connection.setting(ContractField.AUTHORITIES);
        if (authorities.isEmpty()) {
            return open(connection, shared);
        }
        Transport own = trusting(authorities.get());
        try {
            return new OwnTransport(open(connection, own), own);
        } catch (RemoteException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private Transport trusting(String authorities) throws RemoteException {
        try {
            return Transport.trusting(executor, Path.of(authorities));
        } catch (IOException | InvalidPathException e) {
            throw new RemoteException(new Trouble.Unavailable(Trouble.Cause.NO_AUTHORITIES));
        }
    }

    private RemoteVault open(Connection connection, Transport transport) throws RemoteException {
        return switch (connection.vendor()) {
            case HOOKPULSE -> HookpulseVault.open(connection, transport, pace);
            case VOXIMPLANT -> VoximplantVault.open(connection, transport, pace);
            case HOOKLISTENER -> HooklistenerVault.open(connection, transport, pace);
            case MIXPEEK -> MixpeekVault.open(connection, transport, pace);
            case DREADNODE -> DreadnodeVault.open(connection, transport, pace);
            case KV_V2 -> KvVault.open(connection, transport, pace);
        };
    }

    @Override
    public void close() {
        shared.close();
    }
}
