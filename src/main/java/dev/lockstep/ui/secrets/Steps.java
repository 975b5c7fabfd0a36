package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Makes changes in the background, one after the other in the order asked for, tells of them in passing with an offer to take them back, and
 * goes back and forth through them.
 */
final class Steps implements AutoCloseable {
    private final Background background;
    private final Notices notices;
    private final UndoHistory history;
    private final Consumer<List<SecretId>> choose;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean closed;

    /** @param choose selects the secrets of a change that was taken back */
    Steps(Background background, Notices notices, UndoHistory history, Consumer<List<SecretId>> choose) {
        this.background = background;
        this.notices = notices;
        this.history = history;
        this.choose = choose;
    }

    /** Makes a change that is only prepared by the call. */
    void make(Callable<Step> preparation) {
        take(
                () -> {
                    Step step = preparation.call();
                    step.make().run();
                    return step;
                },
                step -> {});
    }

    /** Takes over a change that the call itself makes, or that was made before. */
    void take(Callable<Step> making, Consumer<Step> then) {
        queue(() -> run(
                making,
                step -> {
                    history.did(step);
                    then.accept(step);
                    notices.done(step.words().get(), () -> undo(step));
                },
                notices::failed));
    }

    void undo() {
        queue(() -> unmake(history.last()));
    }

    void redo() {
        queue(() -> make(history.lastUndone()));
    }

    /** Forgets all changes, also those on their way; to be called before the vault is closed. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        history.forget();
    }

    private void undo(Step step) {
        queue(() -> unmake(Optional.of(step).filter(history::holds)));
    }

    private void redo(Step step) {
        queue(() -> make(Optional.of(step).filter(history::holdsUndone)));
    }

    private void unmake(Optional<Step> wanted) {
        wanted.ifPresentOrElse(
                step -> run(
                        () -> {
                            step.unmake().run();
                            return step;
                        },
                        this::unmade,
                        failure -> {
                            forget(step, failure);
                            notices.undoRefused(step.words().get(), failure);
                        }),
                this::next);
    }

    private void unmade(Step step) {
        history.undid(step);
        if (!step.subjects().isEmpty()) {
            choose.accept(step.subjects());
        }
        notices.undone(step.undone().get(), () -> redo(step));
    }

    private void make(Optional<Step> wanted) {
        wanted.ifPresentOrElse(
                step -> run(
                        () -> {
                            step.make().run();
                            return step;
                        },
                        same -> {
                            history.redid(step);
                            notices.done(step.words().get(), () -> undo(step));
                        },
                        failure -> {
                            forget(step, failure);
                            notices.redoRefused(step.words().get(), failure);
                        }),
                this::next);
    }

    /** What may go better the next time is kept. */
    private void forget(Step step, Exception failure) {
        boolean passing = failure instanceof VaultException known
                && (known.failure() instanceof Failure.Busy
                        || known.failure() instanceof Failure.DiskFull
                        || known.failure() instanceof Failure.InputOutput);
        if (!passing) {
            history.drop(step);
        }
    }

    private void queue(Runnable start) {
        if (!closed) {
            waiting.add(start);
            if (!busy) {
                next();
            }
        }
    }

    private void next() {
        Runnable start = waiting.poll();
        busy = start != null;
        if (start != null) {
            start.run();
        }
    }

    private void run(Callable<Step> work, Consumer<Step> done, Consumer<Exception> failed) {
        background
                .job(progress -> work.call())
                .onDone(step -> ended(() -> done.accept(step)))
                .onFailed(failure -> ended(() -> failed.accept(failure)))
                .start();
    }

    private void ended(Runnable outcome) {
        try {
            if (!closed) {
                outcome.run();
            }
        } finally {
            next();
        }
    }
}
