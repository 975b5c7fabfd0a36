package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Text;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Makes changes in the background, tells of them in passing with an offer to take them back, and goes back and forth through them. */
final class Steps {
    private final Background background;
    private final Notices notices;
    private final UndoHistory history;
    private final Consumer<List<SecretId>> choose;

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
        background
                .job(progress -> making.call())
                .onDone(step -> {
                    history.did(step);
                    then.accept(step);
                    notices.done(step.words().get(), () -> undo(step));
                })
                .onFailed(notices::failed)
                .start();
    }

    void undo() {
        history.last().ifPresent(this::undo);
    }

    void redo() {
        history.lastUndone()
                .ifPresent(step -> run(step, step.make(), () -> {
                    history.redid(step);
                    notices.done(step.words().get(), () -> undo(step));
                }));
    }

    private void undo(Step step) {
        if (history.holds(step)) {
            run(step, step.unmake(), () -> {
                history.undid(step);
                if (!step.subjects().isEmpty()) {
                    choose.accept(step.subjects());
                }
                notices.done(Text.of("secrets.done.undo"));
            });
        }
    }

    private void run(Step step, Step.Edit edit, Runnable then) {
        background
                .job(progress -> {
                    edit.run();
                    return step;
                })
                .onDone(same -> then.run())
                .onFailed(failure -> {
                    history.drop(step);
                    notices.failed(failure);
                })
                .start();
    }
}
