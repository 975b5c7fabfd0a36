package dev.lockstep.remote.hooklistener;

import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.practice.Simulator;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.hooks.Bench;
import dev.lockstep.remote.hooks.HookTests;
import java.io.IOException;
import java.util.List;
import java.util.Set;

class HooklistenerSharedTest extends HookTests {
    @Override
    protected Simulator simulator(Bench with) throws IOException {
        return new HooklistenerSimulator(with.threads(), Bench.CLOCK, Set.of());
    }

    @Override
    protected RemoteVault open(String address, Bench with) throws RemoteException {
        return HooklistenerConnections.open(address, with);
    }

    @Override
    protected List<String> unfitNames() {
        return List.of("lower", "Mixed", "1_DIGIT", "_UNDERSCORE");
    }

    @Override
    protected String key() {
        return HooklistenerSimulator.KEY;
    }
}
