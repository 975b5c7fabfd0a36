package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.util.TreeMap;
import java.util.function.Predicate;

/** What really stands at a simulator, whatever its vendor shows. */
final class Stock {
    private final SyncGround ground;
    private final Vendor vendor;

    Stock(SyncGround ground, Vendor vendor) {
        this.ground = ground;
        this.vendor = vendor;
    }

    /**
     * One secret.
     *
     * @param told by the vendor
     * @param value whether its value is this one
     */
    record Item(RemoteSecret told, Predicate<String> value) {}

    /** The secrets by name, no name twice; those that are deleted are none. */
    Map<String, Item> items() throws Exception {
        Map<String, Item> items = new TreeMap<>();
        try (RemoteVault open = ground.practice(vendor).open()) {
            for (RemoteSecret listed : Act.all(open)) {
                RemoteSecret told = inspected(open, listed);
                if (!told.traces().deleted()) {
                    assertNull(items.put(told.name(), new Item(told, value(open, told))), vendor + " has two of one");
                }
            }
        }
        return items;
    }

    private static RemoteSecret inspected(RemoteVault open, RemoteSecret listed) throws Exception {
        Optional<RemoteVault.Inspector> inspector = open.inspector();
        return inspector.isPresent() ? inspector.get().inspect(listed.id().orElseThrow()) : listed;
    }

    private Predicate<String> value(RemoteVault open, RemoteSecret told) throws Exception {
        return switch (ground.practice(vendor).simulator()) {
            case MixpeekSimulator mixpeek -> text -> mixpeek.holds(told.name(), bytes(text));
            case DreadnodeSimulator dreadnode -> text -> dreadnode.holds(told.name(), bytes(text));
            default ->
                TestVaults.text(open.valueReader().orElseThrow().read(told.id().orElseThrow()))::equals;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
