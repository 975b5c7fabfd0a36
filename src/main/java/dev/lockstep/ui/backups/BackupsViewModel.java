package dev.lockstep.ui.backups;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.Backup;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The backups of the open vault and the check of all it holds. One piece of work at a time; each can be called off. */
public final class BackupsViewModel {
    private final OpenVault vault;
    private final Background background;
    private final Exits exits;
    private final Map<Path, CheckReport> verdicts = new HashMap<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Working(Task.LIST, 0, 0));
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<BackupRow> rows = List.of();
    private Background.@Nullable Cancellable running;
    private boolean replaced;
    private boolean gone;
    private long turn;

    /** Begins with the list. */
    public BackupsViewModel(OpenVault vault, Background background, Exits exits) {
        this.vault = vault;
        this.background = background;
        this.exits = exits;
        list();
    }

    /**
     * What happens afterwards.
     *
     * @param replaced told at the end if another state took the place of the vault
     * @param closed takes the sheet away
     */
    public record Exits(Runnable replaced, Runnable closed) {}

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why the last work came to nothing. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    Path folder() {
        return vault.backups().folder();
    }

    /** Ends whatever is under way and takes the sheet away. */
    public void close() {
        if (!gone) {
            gone = true;
            turn++;
            cancel();
            exits.closed().run();
            if (replaced) {
                exits.replaced().run();
            }
        }
    }

    /** Calls off what is under way; nothing has changed then. */
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Goes back to the list. */
    void list() {
        work(Task.LIST, progress -> vault.backups().list(), this::show);
    }

    void backUp() {
        work(
                Task.BACK_UP,
                progress -> {
                    vault.backups().make(progress);
                    return vault.backups().list();
                },
                this::show);
    }

    /** Reads everything in a backup. */
    void verify(Backup backup) {
        work(Task.VERIFY, progress -> vault.backups().verify(backup, progress), report -> {
            verdicts.put(backup.file(), report);
            if (report.sound()) {
                show(rows.stream().map(BackupRow::backup).toList());
            } else {
                stage.set(new Stage.Checked(report, false));
            }
        });
    }

    /** Reads everything that the vault holds. */
    void check() {
        work(Task.CHECK, vault::check, report -> stage.set(new Stage.Checked(report, true)));
    }

    /** Asks whether a backup is to be restored, and tells what that would change. */
    void compare(Backup backup) {
        work(
                Task.COMPARE,
                progress -> vault.backups().compare(backup, progress),
                difference -> stage.set(new Stage.Compared(backup, difference)));
    }

    /** Puts a backup in the place of the vault. */
    void restore(Backup backup) {
        work(Task.RESTORE, progress -> vault.backups().restore(backup, progress), kept -> {
            replaced = true;
            stage.set(new Stage.Restored(backup, String.valueOf(kept.getFileName())));
        });
    }

    /** Saves what can be read. */
    void repair() {
        work(Task.REPAIR, progress -> vault.repair(Text.of("backups.recovered"), progress), report -> {
            replaced = true;
            stage.set(new Stage.Repaired(report));
        });
    }

    private void show(List<Backup> backups) {
        rows = backups.stream()
                .map(backup -> new BackupRow(backup, Optional.ofNullable(verdicts.get(backup.file()))))
                .toList();
        stage.set(new Stage.Listing(rows));
    }

    private <T> void work(Task task, Work<T> work, Consumer<T> then) {
        failure.set(Optional.empty());
        long mine = ++turn;
        stage.set(new Stage.Working(task, 0, 0));
        running = background
                .job(progress -> work.run((done, total) -> progress.accept(new Job.Progress(done, total))))
                .onProgress(now -> {
                    if (mine == turn) {
                        stage.set(new Stage.Working(task, now.done(), now.total()));
                    }
                })
                .onDone(result -> {
                    if (mine == turn) {
                        turn++;
                        then.accept(result);
                    }
                })
                .onCancelled(() -> back(mine, Optional.empty()))
                .onFailed(thrown -> back(mine, Optional.of(FailureWords.of(thrown))))
                .start();
    }

    private void back(long mine, Optional<FailureWords> words) {
        if (mine == turn) {
            turn++;
            failure.set(words);
            stage.set(new Stage.Listing(rows));
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(Progress progress) throws Exception;
    }
}
