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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Opens the vaults of vendors. Those that trust authorities of their own have connections of their own, closed with them. */
public final class Connector implements AutoCloseable {
    private final Executor executor;
    private final Pace pace;
    private @Nullable Transport shared;
    private volatile boolean used;

    /** @param executor runs what the connections do; it stays the caller's */
    public Connector(Executor executor, Clock clock) {
        this.executor = executor;
        pace = Pace.usual(clock);
    }

    /**
     * Opens a vault. Nothing is sent.
     *
     * @param connection stays the caller's, who may close it at once
     * @throws RemoteException if what was filled in cannot be used: {@code Unavailable} for address and authorities, {@code Unauthorized} for
     *     credentials, {@code Refused} for the rest
     */
    public RemoteVault open(Connection connection) throws RemoteException {
        used = true;
        Optional<String> authorities = connection.setting(ContractField.AUTHORITIES);
        if (authorities.isEmpty()) {
            return open(connection, shared());
        }
        Transport own = trusting(authorities.get());
        try {
            return new OwnTransport(open(connection, own), own);
        } catch (RemoteException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Made when it is first needed, which for many users is never. */
    private synchronized Transport shared() {
        Transport made = shared;
        if (made == null) {
            made = Transport.trusting(executor);
            shared = made;
        }
        return made;
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

    /** Whether anything was opened so far. */
    public boolean isUsed() {
        return used;
    }

    /** Hangs up. What is opened afterwards connects anew. */
    @Override
    public synchronized void close() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
