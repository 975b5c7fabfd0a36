package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.vault.TestVaults;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What really stands at a simulator, whatever its vendor shows. */
final class Stock {
    private final SyncGround ground;
    private final Vendor vendor;

    Stock(SyncGround ground, Vendor vendor) {
        this.ground = ground;
        this.vendor = vendor;
    }

    /** The secrets by name, no name twice; those that are deleted are none. */
    Map<String, RemoteSecret> secrets() throws Exception {
        Map<String, RemoteSecret> secrets = new TreeMap<>();
        try (RemoteVault open = ground.practice(vendor).open()) {
            Optional<RemoteVault.Inspector> inspector = open.inspector();
            for (RemoteSecret listed : Act.all(open)) {
                RemoteSecret secret = inspector.isPresent()
                        ? inspector.get().inspect(listed.id().orElseThrow())
                        : listed;
                if (!secret.traces().deleted()) {
                    assertEquals(null, secrets.put(secret.name(), secret), vendor + " has two of " + secret.name());
                }
            }
        }
        return secrets;
    }

    Set<String> names() throws Exception {
        return secrets().keySet();
    }

    /** Whether the value of a secret that is there is this one. */
    boolean has(RemoteSecret secret, String value) throws Exception {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return switch (vendor) {
            case MIXPEEK -> ((MixpeekSimulator) ground.practice(vendor).simulator()).holds(secret.name(), bytes);
            case DREADNODE -> ((DreadnodeSimulator) ground.practice(vendor).simulator()).holds(secret.name(), bytes);
            case HOOKPULSE, VOXIMPLANT, HOOKLISTENER, KV_V2 -> read(secret).equals(value);
        };
    }

    private String read(RemoteSecret secret) throws Exception {
        try (RemoteVault open = ground.practice(vendor).open()) {
            return TestVaults.text(
                    open.valueReader().orElseThrow().read(secret.id().orElseThrow()));
        }
    }
}
