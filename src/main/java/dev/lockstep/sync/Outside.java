package dev.lockstep.sync;

import dev.lockstep.remote.connect.Connector;
import dev.lockstep.vault.OpenVault;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What there is outside of a vault: the vendors, and the practice vaults. */
public record Outside(Connector connector, Practice practice) {
    public Outside {
        practice = new RunningPractice(practice);
    }

    /** The vendors behind the remotes of a vault. */
    public Connections connections(OpenVault vault, Clock clock) {
        return new Connections(vault, connector, clock);
    }

    /**
     * What is done between a vault and its remotes.
     *
     * @param executor runs what is done at several remotes at once; it stays the caller's
     */
    public Sync sync(OpenVault vault, Clock clock, Executor executor) {
        return new Sync(vault, connections(vault, clock), clock, executor);
    }

    /** Ends all connections; they are made anew when they are needed. */
    public void hangUp() {
        connector.close();
    }
}
