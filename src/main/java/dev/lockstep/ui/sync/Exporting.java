package dev.lockstep.ui.sync;

import dev.lockstep.transfer.PlanExport;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.PlanWords;
import dev.lockstep.words.sync.Spelling;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes plans as they were decided to files. */
final class Exporting {
    private final SyncViewModel.Surroundings around;
    private final Consumer<Toast> toast;
    private final Consumer<Optional<FailureWords>> failed;

    Exporting(SyncViewModel.Surroundings around, Consumer<Toast> toast, Consumer<Optional<FailureWords>> failed) {
        this.around = around;
        this.toast = toast;
        this.failed = failed;
    }

    /** Writes one; a file that is there already is replaced, for the user was asked. */
    void write(Stage.Planned planned, Path file, PlanExport.Format format) {
        failed.accept(Optional.empty());
        PlanWords words = new PlanWords(planned.sites()::name, new Spelling(Legible::line, around.clock()));
        PlanExport export = new PlanExport(planned.plan().plan(), words);
        around.background()
                .job(progress -> {
                    export.write(file, true, format);
                    return around.discretion().line(String.valueOf(file.getFileName()));
                })
                .onDone(name -> toast.accept(Toast.of(Text.of("sync.exported", name))))
                .onFailed(thrown -> failed.accept(Optional.of(SyncWords.failed(thrown))))
                .start();
    }
}
