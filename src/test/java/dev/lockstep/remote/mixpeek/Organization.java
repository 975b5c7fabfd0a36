package dev.lockstep.remote.mixpeek;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.MixpeekQuirk;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A simulator of Mixpeek with a vault that is connected to it, and everything that watches them. */
final class Organization implements AutoCloseable {
    final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final ContractCheck contract = ContractCheck.of("mixpeek.yaml", "");
    final Watch watch = new Watch(contract);
    final Transport transport = Transport.trusting(executor);
    final MixpeekSimulator simulator;
    final MixpeekVault vault;

    Organization(MixpeekQuirk... quirks) throws IOException, RemoteException {
        this(Clock.systemUTC(), impatient(Clock.systemUTC()), quirks);
    }

    Organization(Clock clock, Pace pace, MixpeekQuirk... quirks) throws IOException, RemoteException {
        simulator = new MixpeekSimulator(executor, clock, Set.copyOf(List.of(quirks)));
        simulator.witnessedBy(watch);
        vault = open(simulator.address(), MixpeekSimulator.ADMIN_KEY, transport, pace);
    }

    /** Repeats after a millisecond and waits for no vendor. */
    static Pace impatient(Clock clock) {
        return new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(20), 8, clock);
    }

    static MixpeekVault open(String address, String key, Transport transport, Pace pace) throws RemoteException {
        try (SecretValue token = Act.value(key);
                Connection connection =
                        new Connection(Vendor.MIXPEEK, Map.of("address", address), Map.of("api-key", token))) {
            return MixpeekVault.open(connection, transport, pace);
        }
    }

    MixpeekVault as(String key) throws RemoteException {
        return open(simulator.address(), key, transport, impatient(Clock.systemUTC()));
    }

    @Override
    public void close() {
        vault.close();
        transport.close();
        simulator.close();
        executor.close();
    }
}
