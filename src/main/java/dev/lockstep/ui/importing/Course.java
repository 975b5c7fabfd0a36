package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportSource;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One piece of work at a time: what was begun before is called off, and nobody is told of its end. Values that come too late are closed. */
final class Course {
    private Background.@Nullable Cancellable running;
    private long turn;

    /**
     * Where work leads.
     *
     * @param cancelled run when it was called off by {@link #cancel}
     */
    record Ends<T>(
            Consumer<T> done, Consumer<Exception> failed, Runnable cancelled, Consumer<Job.Progress> progressed) {
        /** Of work that does not tell how far it is. */
        Ends(Consumer<T> done, Consumer<Exception> failed, Runnable cancelled) {
            this(done, failed, cancelled, progress -> {});
        }
    }

    <T> void start(Job<T> job, Ends<T> ends) {
        forget();
        long mine = turn;
        running = job.onDone(result -> {
                    if (mine == turn) {
                        ends.done().accept(result);
                    } else if (result instanceof ImportSource late) {
                        late.close();
                    }
                })
                .onFailed(thrown -> ifNewest(mine, () -> ends.failed().accept(thrown)))
                .onCancelled(() -> ifNewest(mine, ends.cancelled()))
                .onProgress(now -> ifNewest(mine, () -> ends.progressed().accept(now)))
                .start();
    }

    /** Calls the work off; its end is told. */
    void cancel() {
        Background.Cancellable now = running;
        if (now != null) {
            now.cancel();
        }
    }

    /** Calls the work off without a word. */
    void forget() {
        turn++;
        cancel();
        running = null;
    }

    private void ifNewest(long mine, Runnable then) {
        if (mine == turn) {
            then.run();
        }
    }
}
