package dev.lockstep.remote.dreadnode;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.DreadnodeQuirk;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.SteppingClock;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
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

/** A simulator of Dreadnode with a vault that is connected to it, and everything that watches them. */
final class Account implements AutoCloseable {
    final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final ContractCheck contract = ContractCheck.of("dreadnode.yaml", "");
    final Watch watch = new Watch(contract);
    final SteppingClock clock = new SteppingClock("2026-04-15T12:00:00.123456Z");
    final Transport transport = Transport.trusting(executor);
    final DreadnodeSimulator simulator;
    final DreadnodeVault vault;

    Account(DreadnodeQuirk... quirks) throws IOException, RemoteException {
        this(impatient(), quirks);
    }

    Account(Pace pace, DreadnodeQuirk... quirks) throws IOException, RemoteException {
        simulator = new DreadnodeSimulator(executor, clock, Set.copyOf(List.of(quirks)));
        simulator.witnessedBy(watch);
        vault = open(simulator.address(), DreadnodeSimulator.TOKEN, transport, pace);
    }

    /** Repeats after a millisecond and waits for no vendor. */
    static Pace impatient() {
        return new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(20), 8, Clock.systemUTC());
    }

    static DreadnodeVault open(String address, String key, Transport transport, Pace pace) throws RemoteException {
        try (SecretValue token = Act.value(key);
                Connection connection =
                        new Connection(Vendor.DREADNODE, Map.of("address", address), Map.of("api-key", token))) {
            return DreadnodeVault.open(connection, transport, pace);
        }
    }

    DreadnodeVault as(String key) throws RemoteException {
        return open(simulator.address(), key, transport, impatient());
    }

    /** Plants a secret and finds its id. */
    String planted(String name) throws RemoteException {
        simulator.plant(name, "theirs and long enough for a mask");
        return Act.all(vault).stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .flatMap(RemoteSecret::id)
                .orElseThrow();
    }

    @Override
    public void close() {
        vault.close();
        transport.close();
        simulator.close();
        executor.close();
    }
}
