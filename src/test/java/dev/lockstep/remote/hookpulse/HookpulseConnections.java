package dev.lockstep.remote.hookpulse;

import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.hooks.Bench;
import java.util.Map;

/** Connections to simulators. */
final class HookpulseConnections {
    private HookpulseConnections() {}

    static HookpulseVault open(String address, Bench bench, String update) throws RemoteException {
        return open(address, bench, update, HookpulseSimulator.BRAND, HookpulseSimulator.KEY);
    }

    static HookpulseVault open(String address, Bench bench, String update, String brand, String key)
            throws RemoteException {
        try (Connection connection = new Connection(
                Vendor.HOOKPULSE,
                Map.of("address", address, "brand", brand, "update", update),
                Map.of("api-key", Bench.value(key)))) {
            return HookpulseVault.open(connection, bench.transport(), Bench.pace());
        }
    }
}
