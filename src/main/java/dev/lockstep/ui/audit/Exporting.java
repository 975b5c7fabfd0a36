package dev.lockstep.ui.audit;

import dev.lockstep.transfer.AuditExport;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.AuditFilter;
import dev.lockstep.vault.AuditLog;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Writes the log to a file, one at a time; cancelled, it leaves no file. */
final class Exporting {
    private final AuditLog log;
    private final Background background;
    private final Discretion discretion;
    private final Consumer<Toast> toasts;
    private final ReadOnlyObjectWrapper<Optional<Job.Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Cancellable job;

    Exporting(AuditLog log, Background background, Discretion discretion, Consumer<Toast> toasts) {
        this.log = log;
        this.background = background;
        this.discretion = discretion;
        this.toasts = toasts;
    }

    /** How far it is; empty while nothing is written. */
    ReadOnlyObjectProperty<Optional<Job.Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last file could not be written; empty if it could. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Writes what the filter lets through; a file that is there already is replaced, for the user was asked. */
    void write(Path file, AuditFilter filter) {
        if (progress.get().isPresent()) {
            return;
        }
        failure.set(Optional.empty());
        progress.set(Optional.of(new Job.Progress(0, 1)));
        job = background
                .job(report -> {
                    new AuditExport(log, filter)
                            .write(file, true, (done, total) -> report.accept(new Job.Progress(done, total)));
                    return String.valueOf(file.getFileName());
                })
                .onProgress(now -> progress.set(progress.get().map(before -> now)))
                .onDone(name -> end(Text.of("audit.exported", discretion.line(name))))
                .onCancelled(() -> end(Text.of("audit.export.cancelled")))
                .onFailed(this::failed)
                .start();
    }

    private void end(String words) {
        progress.set(Optional.empty());
        toasts.accept(Toast.of(words));
    }

    private void failed(Exception cause) {
        progress.set(Optional.empty());
        failure.set(Optional.of(AuditWords.failed(cause)));
    }

    void cancel() {
        Background.Cancellable running = job;
        if (running != null) {
            running.cancel();
        }
    }
}
