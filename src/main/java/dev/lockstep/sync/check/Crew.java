package dev.lockstep.sync.check;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does the same to many things, several at once. When it returns, nobody works any more. */
final class Crew {
    private final Executor executor;
    private final int most;

    /** @param executor runs as many at once as it is handed, for a crew may have crews */
    Crew(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /** What is done to one thing; it ends soon when its thread is interrupted. */
    @FunctionalInterface
    interface Task<T> {
        void run(T thing) throws RemoteException, VaultException, InterruptedException;
    }

    /** Does it to all, and gives up at the first failure, which it throws, and when the calling thread is interrupted. */
    <T> void each(Collection<T> things, Task<T> task) throws RemoteException, VaultException, InterruptedException {
        Shift<T> shift = new Shift<>(new ConcurrentLinkedQueue<>(things), task);
        try {
            for (int i = Math.min(most, things.size()); i > 0; i--) {
                shift.hire(executor);
            }
            shift.await();
        } catch (RejectedExecutionException e) {
            throw new InterruptedException();
        } finally {
            shift.end();
        }
        shift.complain();
    }

    /** The work on one lot of things. */
    private static final class Shift<T> {
        private final Queue<T> left;
        private final Task<T> task;
        private final List<FutureTask<@Nullable Void>> workers = new ArrayList<>();
        private final Semaphore gone = new Semaphore(0);
        private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
        private int awaited;

        Shift(Queue<T> left, Task<T> task) {
            this.left = left;
            this.task = task;
        }

        void hire(Executor executor) {
            FutureTask<@Nullable Void> worker = new FutureTask<>(this::work, null);
            executor.execute(() -> {
                try {
                    worker.run();
                } finally {
                    gone.release();
                }
            });
            workers.add(worker);
        }

        private void work() {
            try {
                for (T next = left.poll(); next != null && first.get() == null; next = left.poll()) {
                    task.run(next);
                }
            } catch (Throwable e) {
                first.compareAndSet(null, e);
            }
        }

        void await() throws InterruptedException {
            while (awaited < workers.size() && first.get() == null) {
                gone.acquire();
                awaited++;
            }
        }

        void end() {
            left.clear();
            workers.forEach(worker -> worker.cancel(true));
            gone.acquireUninterruptibly(workers.size() - awaited);
        }

        void complain() throws RemoteException, VaultException, InterruptedException {
            switch (first.get()) {
                case null -> {}
                case RemoteException e -> throw e;
                case VaultException e -> throw e;
                case InterruptedException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
