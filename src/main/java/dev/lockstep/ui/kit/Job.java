package dev.lockstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One piece of background work with what to do afterwards: configure first, start last. Callbacks run where the screens live, and one of those
 * for the end always does.
 */
public final class Job<T extends @Nullable Object> {
    private final Executor worker;
    private final Executor screen;
    private final Work<T> work;
    private final AtomicReference<@Nullable Progress> latest = new AtomicReference<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final List<Runnable> closings = new ArrayList<>();
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

    /** Told what the work threw; an error comes as the cause of an {@link ExecutionException}. */
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

    /** Closes what the work was given once the work has ended, or as soon as it is called off before it began. */
    public Job<T> closing(Runnable close) {
        closings.add(close);
        return this;
    }

    /** Starts the work; cancelling interrupts it, or keeps it from beginning. */
    public Background.Cancellable start() {
        FutureTask<Void> task = new FutureTask<>(this::run, null);
        Background.Cancellable cancel = () -> {
            task.cancel(true);
            end();
        };
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            cancel.cancel();
        }
        return cancel;
    }

    private void end() {
        if (taken.compareAndSet(false, true)) {
            close();
            screen.execute(cancelled);
        }
    }

    private void run() {
        if (taken.compareAndSet(false, true)) {
            screen.execute(outcome());
        }
    }

    private Runnable outcome() {
        try {
            T result = work.run(this::report);
            return () -> done.accept(result);
        } catch (InterruptedException e) {
            return cancelled;
        } catch (Exception e) {
            // Whatever the work throws is its outcome.
            return () -> failed.accept(e);
        } catch (Throwable e) {
            return () -> failed.accept(new ExecutionException(e));
        } finally {
            close();
        }
    }

    private void close() {
        closings.forEach(Runnable::run);
    }

    /** Where nobody says what to do, a failure that was foreseen has no consequence, and any other goes to the crash report. */
    private static void unexpected(Exception failure) {
        if (failure instanceof RuntimeException programming) {
            throw programming;
        }
        if (failure instanceof ExecutionException wrapping && wrapping.getCause() instanceof Error error) {
            throw error;
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
