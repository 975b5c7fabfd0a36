package dev.lockstep.ui.kit;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Runs work away from the screen and brings its outcome back. Made by {@code app}; tests hand in {@code Runnable::run} twice. */
public final class Background {
    private final Executor worker;
    private final Executor screen;
    private final Timer timer;

    /**
     * @param worker runs the work
     * @param screen runs callbacks where the screens live
     * @param timer calls back on {@code screen} after a while
     */
    public Background(Executor worker, Executor screen, Timer timer) {
        this.worker = worker;
        this.screen = screen;
        this.timer = timer;
    }

    /** Describes a job; nothing happens before {@link Job#start}. */
    public <T> Job<T> job(Job.Work<T> work) {
        return new Job<>(worker, screen, work);
    }

    /** What runs the work, for those who divide theirs. */
    public Executor worker() {
        return worker;
    }

    /** Runs something where the screens live, soon. */
    public void onScreen(Runnable action) {
        screen.execute(action);
    }

    /** Runs something where the screens live, after a while, unless cancelled before. */
    public Cancellable after(Duration delay, Runnable action) {
        return timer.after(delay, action);
    }

    /** Calls back after a while. */
    @FunctionalInterface
    public interface Timer {
        Cancellable after(Duration delay, Runnable action);
    }

    /** Something that can be called off. */
    @FunctionalInterface
    public interface Cancellable {
        void cancel();
    }
}
