package dev.lockstep.app;

import dev.lockstep.remote.connect.Connector;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.sync.Outside;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Vendors and practice vaults as the program has them, for tests of other packages. */
public final class OutsideForTests {
    private OutsideForTests() {}

    public static Outside make() {
        return make(Clock.systemUTC());
    }

    public static Outside make(Clock clock) {
        Executor executor = Executors.newVirtualThreadPerTaskExecutor();
        Connector connector = new Connector(executor, Pace.usual(clock));
        return new Outside(connector, new PracticeVaults(executor, clock, connector));
    }
}
