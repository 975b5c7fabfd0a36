package dev.lockstep.remote.hookpulse;

import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.hooks.Bench;
import dev.lockstep.remote.hooks.HookTests;
import java.io.IOException;
import java.util.List;
import java.util.Set;

class HookpulseSharedTest extends HookTests {
    @Override
    protected Simulator simulator(Bench with) throws IOException {
        return new HookpulseSimulator(with.threads(), Set.of());
    }

    @Override
    protected RemoteVault open(String address, Bench with) throws RemoteException {
        return HookpulseConnections.open(address, with, "on");
    }

    @Override
    protected List<String> unfitNames() {
        return List.of("{{ #name }}", "a#b", "a{b", "a/b");
    }

    @Override
    protected String key() {
        return HookpulseSimulator.KEY;
    }
}
