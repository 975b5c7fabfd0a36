package dev.lockstep.ui.kit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One piece of background work with what to do afterwards: configure first, start last. Callbacks run where the screens live. */
public final class Job<T extends @Nullable Object> {
    private final Executor worker;
    private final Executor screen;
    private final Work<T> work;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private Consumer<? super T> done = result -> {};
    private Consumer<Exception> failed = Job::unexpected;
    private Consumer<Progress> progressed = progress -> {};
    private Runnable cancelled = () -> {};

    Job(Executor worker, Executor screen, Work<T> work) {
        this.worker = worker;
        this.screen = screen;
        this.work = work;
    }

    /** The work itself; it ends early with {@link InterruptedException} when its thread is interrupted. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Consumer<Progress> progress) throws Exception;
    }

    /** How much of the work is done. */
    public record Progress(long done, long total) {}

    public Job<T> onDone(Consumer<? super T> action) {
        done = action;
        return this;
    }

    public Job<T> onFailed(Consumer<Exception> action) {
        failed = action;
        return this;
    }

    /** Told the newest state only; states that follow too fast are skipped. */
    public Job<T> onProgress(Consumer<Progress> action) {
        progressed = action;
        return this;
    }

    public Job<T> onCancelled(Runnable action) {
        cancelled = action;
        return this;
    }

    /** Starts the work; cancelling interrupts it. */
    public Background.Cancellable start() {
        FutureTask<Void> task = new FutureTask<>(this::run, null);
        worker.execute(task);
        return () -> task.cancel(true);
    }

    private void run() {
        try {
            T result = work.run(this::report);
            screen.execute(() -> done.accept(result));
        } catch (InterruptedException e) {
            screen.execute(cancelled);
        } catch (Exception e) {
            // Whatever the work throws is its outcome.
            screen.execute(() -> failed.accept(e));
        } catch (OutOfMemoryError | StackOverflowError e) {
            screen.execute(() -> failed.accept(new ExecutionException(e)));
        }
    }

    /** Where nobody says what to do, a failure that was foreseen has no consequence, and any other goes to the crash report. */
    private static void unexpected(Exception failure) {
        if (failure instanceof RuntimeException programming) {
            throw programming;
        }
    }

    private void report(Progress progress) {
        if (latest.getAndSet(progress) == null) {
            screen.execute(() -> {
                Progress newest = latest.getAndSet(null);
                if (newest != null) {
                    progressed.accept(newest);
                }
            });
        }
    }
}
