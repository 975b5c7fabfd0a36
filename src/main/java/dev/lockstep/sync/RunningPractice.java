package dev.lockstep.sync;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers where the practice vaults are that were started. */
final class RunningPractice implements Practice {
    private final Practice practice;
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    RunningPractice(Practice practice) {
        this.practice = practice;
    }

    @Override
    public Connection start(Vendor vendor) throws IOException {
        Connection started = practice.start(vendor);
        started.setting("address").ifPresent(addresses::add);
        return started;
    }

    @Override
    public boolean runsAt(String address) {
        return addresses.contains(address);
    }
}
