package dev.lockstep.remote.hooklistener;

import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.hooks.Bench;
import java.util.Map;

/** Connections to simulators. */
final class HooklistenerConnections {
    private HooklistenerConnections() {}

    static HooklistenerVault open(String address, Bench bench) throws RemoteException {
        return open(address, bench, "", HooklistenerSimulator.KEY);
    }

    static HooklistenerVault open(String address, Bench bench, String organization, String key) throws RemoteException {
        try (Connection connection = new Connection(
                Vendor.HOOKLISTENER,
                Map.of("address", address, "organization", organization),
                Map.of("api-key", Bench.value(key)))) {
            return HooklistenerVault.open(connection, bench.transport(), Bench.pace());
        }
    }
}
