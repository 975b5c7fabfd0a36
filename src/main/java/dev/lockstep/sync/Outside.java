package dev.lockstep.sync;

import dev.lockstep.remote.connect.Connector;
import dev.lockstep.vault.OpenVault;
import java.time.Clock;

/** What there is outside of a vault: the vendors, and the practice vaults. */
public record Outside(Connector connector, Practice practice) {
    public Outside {
        practice = new RunningPractice(practice);
    }

    /** The vendors behind the remotes of a vault. */
    public Connections connections(OpenVault vault, Clock clock) {
        return new Connections(vault, connector, clock);
    }
}
