package dev.lockstep.ui.sync;

import dev.lockstep.model.VaultException;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.FailureWords;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies plans in the background. */
final class Doing {
    private final Background background;
    private final Consumer<Outcome> ended;
    private final Consumer<Optional<FailureWords>> failed;

    /**
     * @param ended told what came of it
     * @param failed told why nothing was done; nothing if it was called off before it began
     */
    Doing(Background background, Consumer<Outcome> ended, Consumer<Optional<FailureWords>> failed) {
        this.background = background;
        this.ended = ended;
        this.failed = failed;
    }

    /** What takes long. */
    interface Work {
        Outcome run() throws VaultException, InterruptedException;
    }

    void start(Work work) {
        background
                .job(progress -> work.run())
                .onDone(ended)
                .onCancelled(() -> failed.accept(Optional.empty()))
                .onFailed(thrown -> failed.accept(Optional.of(FailureWords.of(thrown))))
                .start();
    }

    /** Leaves what was cut short as it is. */
    void abandon(Sync sync, Runnable then) {
        background
                .job(progress -> {
                    sync.abandon();
                    return true;
                })
                .onDone(left -> then.run())
                .onFailed(thrown -> failed.accept(Optional.of(FailureWords.of(thrown))))
                .start();
    }
}
