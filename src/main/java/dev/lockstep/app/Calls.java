package dev.lockstep.app;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs what is done at remotes, each in a thread of its own, and knows whether any of it is under way. */
final class Calls implements Executor {
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();

    @Override
    public void execute(Runnable call) {
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                call.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    boolean areUnderWay() {
        return underWay.get() > 0;
    }
}
