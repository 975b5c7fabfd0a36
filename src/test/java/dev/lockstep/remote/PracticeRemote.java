package dev.lockstep.remote;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.Simulator;
import dev.lockstep.practice.VoximplantQuirk;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.dreadnode.DreadnodeVault;
import dev.lockstep.remote.hooklistener.HooklistenerVault;
import dev.lockstep.remote.hookpulse.HookpulseVault;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Transport;
import dev.lockstep.remote.kv.KvVault;
import dev.lockstep.remote.mixpeek.MixpeekVault;
import dev.lockstep.remote.voximplant.VoximplantVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A simulator of any vendor and the adapter for it, for what has to hold for all of them. */
public final class PracticeRemote implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Transport transport = Transport.trusting(threads);
    private final Pace pace;
    private final Vendor vendor;
    private final Simulator simulator;
    private final Map<String, String> settings;
    private final Map<String, String> credentials;

    /** The simulator as it is without a quirk; whatever is an option is switched on, and KV is logged in to with a role. */
    public PracticeRemote(Vendor vendor) throws IOException {
        this(vendor, Clock.systemUTC());
    }

    /** The same with a clock of its own. */
    public PracticeRemote(Vendor vendor, Clock clock) throws IOException {
        this(vendor, clock, Set.of());
    }

    /** The same where Voximplant is not as it is usually. */
    public PracticeRemote(Vendor vendor, Clock clock, Set<VoximplantQuirk> quirks) throws IOException {
        this.vendor = vendor;
        // not patient: a pause that a vendor asks for is too long
        pace = new Pace(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(4), 8, clock);
        switch (vendor) {
            case HOOKPULSE -> {
                simulator = new HookpulseSimulator(threads, Set.of());
                settings = Map.of("brand", HookpulseSimulator.BRAND, "update", "on");
                credentials = Map.of("api-key", HookpulseSimulator.KEY);
            }
            case VOXIMPLANT -> {
                VoximplantSimulator voximplant = new VoximplantSimulator(threads, clock, quirks);
                simulator = voximplant;
                settings = Map.of("application", VoximplantSimulator.APPLICATION_NAME);
                credentials = Map.of("credentials-json", new String(voximplant.credentials(), StandardCharsets.UTF_8));
            }
            case HOOKLISTENER -> {
                simulator = new HooklistenerSimulator(threads, clock, Set.of());
                settings = Map.of();
                credentials = Map.of("api-key", HooklistenerSimulator.KEY);
            }
            case MIXPEEK -> {
                simulator = new MixpeekSimulator(threads, clock, Set.of());
                settings = Map.of();
                credentials = Map.of("api-key", MixpeekSimulator.ADMIN_KEY);
            }
            case DREADNODE -> {
                simulator = new DreadnodeSimulator(threads, clock, Set.of());
                settings = Map.of();
                credentials = Map.of("api-key", DreadnodeSimulator.TOKEN);
            }
            case KV_V2 -> {
                simulator = new KvSimulator(threads, clock);
                settings = Map.of("mount", KvSimulator.MOUNT, "auth", "approle");
                credentials = Map.of("role-id", KvSimulator.ROLE_ID, "secret-id", KvSimulator.SECRET_ID);
            }
            default -> throw new AssertionError(vendor);
        }
    }

    public Simulator simulator() {
        return simulator;
    }

    /** Runs what the simulator answers. */
    public ExecutorService threads() {
        return threads;
    }

    /** The vault at the simulator, to be closed by the caller. */
    public RemoteVault open() throws RemoteException {
        return open(simulator.address());
    }

    /** A vault at another address, to be closed by the caller. */
    public RemoteVault open(String address) throws RemoteException {
        try (Connection connection = connection(address)) {
            return switch (vendor) {
                case HOOKPULSE -> HookpulseVault.open(connection, transport, pace);
                case VOXIMPLANT -> VoximplantVault.open(connection, transport, pace);
                case HOOKLISTENER -> HooklistenerVault.open(connection, transport, pace);
                case MIXPEEK -> MixpeekVault.open(connection, transport, pace);
                case DREADNODE -> DreadnodeVault.open(connection, transport, pace);
                case KV_V2 -> KvVault.open(connection, transport, pace);
            };
        }
    }

    /** How to reach the simulator, or what is at another address; to be closed by the caller. */
    public Connection connection(String address) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("address", address);
        Map<String, SecretValue> proofs = new HashMap<>();
        credentials.forEach((field, text) -> proofs.put(field, Act.value(text)));
        return new Connection(vendor, all, proofs);
    }

    @Override
    public void close() {
        transport.close();
        simulator.close();
        threads.shutdownNow();
    }
}
