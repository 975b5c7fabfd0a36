package dev.lockstep.ui.audit;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.vault.AuditLog.Damage;
import dev.lockstep.words.FailureWords;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Follows the whole chain of the log once, in the background. */
final class Checking {
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Running(0));
    private final Background.Cancellable job;

    /** What is known of the chain. */
    sealed interface Outcome {
        /**
         * It is being followed.
         *
         * @param percent how much of it was
         */
        record Running(int percent) implements Outcome {}

        /** Every entry is there as it was written. */
        record Whole() implements Outcome {}

        record Damaged(List<Damage> damage) implements Outcome {}

        /** It could not be followed to its end. */
        record Failed(FailureWords words) implements Outcome {}
    }

    Checking(AuditLog log, Background background) {
        job = background
                .job(progress ->
                        log.check((done, total) -> progress.accept(new Job.Progress(done, Math.max(1, total)))))
                .onProgress(now -> outcome.set(new Outcome.Running((int) (100 * now.done() / now.total()))))
                .onDone(damage -> outcome.set(damage.isEmpty() ? new Outcome.Whole() : new Outcome.Damaged(damage)))
                .onFailed(failure -> outcome.set(new Outcome.Failed(FailureWords.of(failure))))
                .start();
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    void stop() {
        job.cancel();
    }
}
