package dev.lockstep.app;

import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.Practice;
import java.time.Clock;
import java.util.concurrent.Executor;

/** The practice vaults of the program, for tests of other packages. */
public final class PracticeForTests {
    private PracticeForTests() {}

    public static Practice of(Executor executor, Clock clock, Connector connector) {
        return new PracticeVaults(executor, clock, connector);
    }
}
