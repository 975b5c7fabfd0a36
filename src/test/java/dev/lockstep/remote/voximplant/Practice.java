package dev.lockstep.remote.voximplant;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.ContractCheck;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.function.Executable;

/** A simulator and an adapter that talks to it. */
final class Practice implements AutoCloseable {
    final VoximplantSimulator simulator;
    final VoximplantVault vault;
    final ContractCheck contract = ContractCheck.of("voximplant.yaml", "");
    final ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(executor);

    private Practice(Set<VoximplantQuirk> quirks, Map<String, String> settings, Clock clock)
            throws IOException, RemoteException {
        simulator = new VoximplantSimulator(executor, Clock.systemUTC(), quirks, Keys.PAIR);
        simulator.witnessedBy((asked, answered) -> {
            paths.add(asked.path());
            contract.accept(asInForm(asked), answered);
        });
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "address", simulator.address(), "application", Long.toString(VoximplantSimulator.APPLICATION_ID)));
        all.putAll(settings);
        try (Connection connection = connection(all, SecretValue.taking(simulator.credentials()))) {
            vault = VoximplantVault.open(connection, transport, pace(clock));
        }
    }

    static Practice with(VoximplantQuirk... quirks) throws IOException, RemoteException {
        return new Practice(Set.of(quirks), Map.of(), Clock.systemUTC());
    }

    static Practice with(Map<String, String> settings, VoximplantQuirk... quirks) throws IOException, RemoteException {
        return new Practice(Set.of(quirks), settings, Clock.systemUTC());
    }

    /** The adapter's clock differs from the vendor's. */
    static Practice ahead(Duration difference) throws IOException, RemoteException {
        return new Practice(Set.of(), Map.of(), Clock.offset(Clock.systemUTC(), difference));
    }

    static Connection connection(Map<String, String> settings, SecretValue credentials) {
        return new Connection(Vendor.VOXIMPLANT, settings, Map.of("credentials-json", credentials));
    }

    /** Patient for seconds, with pauses of milliseconds. */
    static Pace pace(Clock clock) {
        return new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(20), 8, clock);
    }

    /** The contract has parameters in the body alone; those of the query style have to be the same. */
    static Asked asInForm(Asked asked) {
        String query = asked.target().getRawQuery();
        if (query == null) {
            return asked;
        }
        var headers = new com.sun.net.httpserver.Headers();
        asked.headers().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        headers.set("Content-Type", "application/x-www-form-urlencoded");
        return new Asked(
                asked.method(),
                java.net.URI.create(asked.target().getRawPath()),
                headers,
                query.getBytes(StandardCharsets.US_ASCII));
    }

    static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates a secret and returns its id. */
    String create(String name, String text) throws RemoteException {
        try (SecretValue value = value(text)) {
            return vault.create(NewSecret.of(name, value)).id().orElseThrow();
        }
    }

    String read(String id) throws RemoteException {
        try (SecretValue value = vault.valueReader().orElseThrow().read(id)) {
            return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }
    }

    List<RemoteSecret> list() throws RemoteException {
        List<RemoteSecret> all = new ArrayList<>();
        vault.list(all::add);
        return all;
    }

    List<String> names() throws RemoteException {
        return list().stream().map(RemoteSecret::name).toList();
    }

    static Trouble trouble(Executable call) {
        return assertThrows(RemoteException.class, call).trouble();
    }

    @Override
    public void close() {
        vault.close();
        transport.close();
        simulator.close();
        executor.close();
    }
}
