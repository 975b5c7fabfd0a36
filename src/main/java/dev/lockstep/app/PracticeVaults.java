package dev.lockstep.app;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Simulator;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.Practice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** One practice vault for each vendor, started when it is first asked for, with a few secrets to look at. */
final class PracticeVaults implements Practice, AutoCloseable {
    private static final List<String> EXAMPLES = List.of("EXAMPLE_API_KEY", "EXAMPLE_SIGNING_SECRET", "EXAMPLE_TOKEN");

    private final Executor executor;
    private final Clock clock;
    private final Connector connector;
    private final Map<Vendor, Running> running = new EnumMap<>(Vendor.class);

    /** @param executor runs the answers */
    PracticeVaults(Executor executor, Clock clock, Connector connector) {
        this.executor = executor;
        this.clock = clock;
        this.connector = connector;
    }

    private record Running(Simulator simulator, Map<String, String> scope, Map<String, String> credentials) {}

    @Override
    public synchronized Connection start(Vendor vendor) throws IOException {
        Running found = running.get(vendor);
        if (found == null) {
            found = run(vendor);
            running.put(vendor, found);
            fill(vendor, found);
        }
        return connection(vendor, found);
    }

    private Running run(Vendor vendor) throws IOException {
        return switch (vendor) {
            case HOOKPULSE ->
                new Running(
                        new HookpulseSimulator(executor, Set.of()),
                        Map.of("brand", HookpulseSimulator.BRAND),
                        Map.of("api-key", HookpulseSimulator.KEY));
            case VOXIMPLANT -> {
                VoximplantSimulator made = new VoximplantSimulator(executor, clock, Set.of());
                yield new Running(
                        made,
                        Map.of("application", VoximplantSimulator.APPLICATION_NAME),
                        Map.of("credentials-json", new String(made.credentials(), StandardCharsets.UTF_8)));
            }
            case HOOKLISTENER ->
                new Running(
                        new HooklistenerSimulator(executor, clock, Set.of()),
                        Map.of(),
                        Map.of("api-key", HooklistenerSimulator.KEY));
            case MIXPEEK ->
                new Running(
                        new MixpeekSimulator(executor, clock, Set.of()),
                        Map.of(),
                        Map.of("api-key", MixpeekSimulator.ADMIN_KEY));
            case DREADNODE ->
                new Running(
                        new DreadnodeSimulator(executor, clock, Set.of()),
                        Map.of(),
                        Map.of("api-key", DreadnodeSimulator.TOKEN));
            case KV_V2 ->
                new Running(
                        new KvSimulator(executor, clock),
                        Map.of("mount", KvSimulator.MOUNT, "auth", "token"),
                        Map.of("token", KvSimulator.TOKEN));
        };
    }

    /** By way of the adapter, as a user would. */
    private void fill(Vendor vendor, Running started) throws IOException {
        try (Connection connection = connection(vendor, started);
                RemoteVault open = connector.open(connection)) {
            for (String example : EXAMPLES) {
                String name = open.contract().names().mapping().apply(example);
                byte[] text = ("practice " + name).getBytes(StandardCharsets.UTF_8);
                try (SecretValue value = SecretValue.taking(text)) {
                    open.create(NewSecret.of(name, value));
                }
            }
        } catch (RemoteException e) {
            throw new IOException("The practice vault does not work", e);
        }
    }

    /** What these credentials open is nothing but this memory, so that they need not be kept secret. */
    private static Connection connection(Vendor vendor, Running found) {
        Map<String, String> settings = new HashMap<>(found.scope());
        settings.put("address", found.simulator().address());
        Map<String, SecretValue> credentials = new HashMap<>();
        found.credentials()
                .forEach((id, text) -> credentials.put(id, SecretValue.taking(text.getBytes(StandardCharsets.UTF_8))));
        return new Connection(vendor, settings, credentials);
    }

    @Override
    public synchronized void close() {
        running.values().forEach(found -> found.simulator().close());
        running.clear();
    }
}
