package dev.lockstep.ui.exporting;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.SecretId;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.transfer.export.Export;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.words.ExportFailure;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The export of secrets to one file. A passphrase that is typed is overwritten when it is closed. */
public final class ExportViewModel {
    private final Surroundings around;
    private final Exits exits;
    private final Form form;
    private final Set<SecretId> leftOut = new HashSet<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Asking());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Cancellable work;
    private boolean called;
    private boolean gone;

    /** An export that asks for everything first. */
    public ExportViewModel(Surroundings around, Start start, Exits exits) {
        this.around = around;
        this.exits = exits;
        form = new Form(around, start);
    }

    /**
     * What the export works with.
     *
     * @param formats in the order to show
     * @param cost of deriving a key from a passphrase on this computer; takes seconds
     */
    public record Surroundings(
            OpenVault vault,
            Background background,
            SecureRandom random,
            LocalDate today,
            List<ExportFormat> formats,
            Supplier<KdfParameters> cost) {
        public Surroundings {
            formats = List.copyOf(formats);
        }
    }

    /**
     * What is proposed.
     *
     * @param selected in the list below
     * @param shown what that list shows; empty for what never leaves the vault, such as the trash
     * @param folder of the file
     */
    public record Start(List<SecretId> selected, Optional<Query> shown, Path folder) {
        public Start {
            selected = List.copyOf(selected);
        }
    }

    /**
     * Ways out of the export.
     *
     * @param show shows a file where it lies; empty where the system cannot
     * @param closed takes the screen away
     */
    public record Exits(Optional<Consumer<Path>> show, Runnable closed) {}

    /** Ends the export from any point; what is being written leaves no file, and what was typed is overwritten. */
    public void close() {
        if (!gone) {
            gone = true;
            cancel();
            form.passphrase().close();
            exits.closed().run();
        }
    }

    /** One step back: what is under way is called off, a question is taken back, and otherwise the export ends. */
    public void leave() {
        switch (stage.get()) {
            case Stage.Asking asking -> close();
            case Stage.Working working -> cancel();
            case Stage.Refused refused -> back();
            case Stage.Exists exists -> back();
            case Stage.Done done -> close();
        }
    }

    /** Back to what is said. */
    void back() {
        leftOut.clear();
        stage.set(new Stage.Asking());
    }

    /** Writes the file, unless one is there or the format cannot hold everything. */
    void export() {
        if (form.completeProperty().get()) {
            write();
        }
    }

    /** Writes it in place of the one that is there. */
    void replace() {
        if (stage.get() instanceof Stage.Exists) {
            form.target().agree();
            write();
        }
    }

    /** Writes what is left without those that the format cannot hold. */
    void leaveOut() {
        if (stage.get() instanceof Stage.Refused refused) {
            leftOut.addAll(refused.refusals().stream().map(Refusal::secret).collect(Collectors.toSet()));
            write();
        }
    }

    Form form() {
        return form;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why nothing was written; empty if nothing failed. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    Optional<Consumer<Path>> show() {
        return exits.show();
    }

    private void write() {
        failure.set(Optional.empty());
        called = false;
        stage.set(new Stage.Working(0, 0));
        form.target()
                .file()
                .ifPresent(file -> form.withOptions(options -> {
                    if (called) {
                        options.passphrase().ifPresent(Passphrase::close);
                        back();
                    } else {
                        write(file, options);
                    }
                }));
    }

    private void write(Path file, ExportOptions options) {
        boolean replace = form.target().mayBeReplaced();
        Choice choice = form.choiceProperty().get();
        ExportFormat format = form.formatProperty().get();
        Set<SecretId> without = Set.copyOf(leftOut);
        work = around.background()
                .job(progress -> {
                    List<SecretId> chosen = choice.ids(around.vault().catalog()).stream()
                            .filter(id -> !without.contains(id))
                            .toList();
                    Export.Outcome outcome = new Export(around.vault(), format, options)
                            .toFile(
                                    chosen,
                                    file,
                                    replace,
                                    (done, total) -> progress.accept(new Job.Progress(done, total)));
                    return switch (outcome) {
                        case Export.Outcome.Written written -> new Stage.Done(file, written.secrets());
                        case Export.Outcome.Refused refused -> new Stage.Refused(refused.refusals(), chosen.size());
                    };
                })
                .closing(() -> options.passphrase().ifPresent(Passphrase::close))
                .onProgress(this::progressed)
                .onDone(stage::set)
                .onCancelled(this::back)
                .onFailed(thrown -> failed(file, thrown))
                .start();
    }

    private void progressed(Job.Progress now) {
        if (stage.get() instanceof Stage.Working) {
            stage.set(new Stage.Working(now.done(), now.total()));
        }
    }

    private void failed(Path file, Exception thrown) {
        if (thrown instanceof ExportException refused && refused.reason() == ExportException.Reason.EXISTS) {
            stage.set(new Stage.Exists(file));
            return;
        }
        failure.set(Optional.of(ExportFailure.words(Text.of("exporting.failed"), thrown)));
        back();
    }

    private void cancel() {
        called = true;
        if (work != null) {
            work.cancel();
        }
    }
}
