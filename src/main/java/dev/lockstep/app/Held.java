package dev.lockstep.app;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs nothing until it is let go, so that what the user waits for has the processor to itself; then everything at once, and so on. */
final class Held implements Executor {
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean free;

    Held(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (this) {
            if (!free) {
                waiting.add(work);
                return;
            }
        }
        executor.execute(work);
    }

    /** Runs what was held back, in its order, and holds nothing back any more. */
    synchronized void letGo() {
        free = true;
        waiting.forEach(executor::execute);
        waiting.clear();
    }
}
