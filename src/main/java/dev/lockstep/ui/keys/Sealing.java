package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Sealing everything again: how far it is, and that it shall be given up. */
final class Sealing {
    private final Work work;
    private final Background background;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Sealing(Work work, Background background) {
        this.work = work;
        this.background = background;
    }

    /** How much is done, from 0 to 1; negative while nobody knows. */
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /**
     * Starts.
     *
     * @param typed the new password; closed in any case
     * @param done told whether it was done, or given up
     */
    void start(Form form, Passphrase typed, KdfParameters cost, Consumer<Boolean> done, Consumer<Exception> failed) {
        cancelled.set(false);
        progress.set(-1);
        background
                .job(told -> work.rekey(
                        form,
                        typed,
                        cost,
                        (steps, all) -> told.accept(new Job.Progress(steps, all)),
                        () -> !cancelled.get()))
                .onProgress(told -> progress.set(told.total() == 0 ? -1 : (double) told.done() / told.total()))
                .onDone(done)
                .onFailed(failed)
                .start();
    }

    /** Gives up; everything stays as it was, unless it is done just now. */
    void cancel() {
        cancelled.set(true);
    }
}
