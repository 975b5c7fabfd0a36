package dev.lockstep.ui.backups;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.ui.kit.VaultFile;
import dev.lockstep.ui.kit.credentials.KeyFileChoice;
import dev.lockstep.vault.Backup;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.Rescue;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is left to do for a vault file that cannot be opened. To be closed when the screen is left in any other way than by its exits. */
public final class RescueViewModel implements AutoCloseable {
    private final Vaults vaults;
    private final Background background;
    private final Rescue rescue;
    private final KeyFileChoice keyFile;
    private final Exits exits;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Working(Task.LIST, 0, 0));
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<BackupRow> rows = List.of();
    private Background.@Nullable Cancellable running;
    private @Nullable OpenVault repaired;
    private long turn;

    /**
     * Begins with the list of backups.
     *
     * @param keyFile where it is, if that is remembered
     */
    public RescueViewModel(Vaults vaults, Background background, Path file, Optional<Path> keyFile, Exits exits) {
        this.vaults = vaults;
        this.background = background;
        this.rescue = vaults.rescue(file);
        this.keyFile = new KeyFileChoice(keyFile);
        this.exits = exits;
        work(
                Task.LIST,
                progress -> rescue.backups().stream()
                        .map(backup -> new BackupRow(backup, Optional.empty()))
                        .toList(),
                found -> {
                    rows = found;
                    state.set(new State.Listing(rows));
                },
                FailureWords::of);
    }

    /**
     * The ways out of this screen.
     *
     * @param opened given the vault once it is open, which it has to close
     * @param back leaves for where the vault could not be opened
     */
    public record Exits(Consumer<OpenVault> opened, Runnable back) {}

    /** What the screen shows. */
    sealed interface State {
        record Listing(List<BackupRow> rows) implements State {}

        record Working(Task task, long done, long total) implements State {}

        record Repaired(CheckReport report) implements State {}

        /** The screen is over, and what was typed has to be wiped. */
        record Ended() implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    VaultFile file() {
        return new VaultFile(rescue.file());
    }

    /** The key file that is tried with a password; one that the backup or file does not want does not count. */
    KeyFileChoice keyFile() {
        return keyFile;
    }

    Path folder() {
        return rescue.folder();
    }

    /** Puts a backup in the place of the vault and opens it; the buffer stays the caller's. */
    void restore(Backup backup, SecretBuffer typed, boolean code) {
        withKey(
                typed,
                code,
                key -> work(
                        Task.RESTORE,
                        progress -> {
                            try (key) {
                                rescue.restore(backup, key.access(), progress);
                                return open(key);
                            }
                        },
                        this::leaveWith,
                        key::words));
    }

    /** Saves what can be read of the vault and opens it; the buffer stays the caller's. */
    void repair(SecretBuffer typed, boolean code) {
        withKey(
                typed,
                code,
                key -> work(
                        Task.REPAIR,
                        progress -> {
                            try (key) {
                                CheckReport report =
                                        rescue.repair(key.access(), Text.of("backups.recovered"), progress);
                                return new Repaired(report, open(key));
                            }
                        },
                        done -> {
                            repaired = done.vault();
                            state.set(new State.Repaired(done.report()));
                        },
                        key::words));
    }

    private record Repaired(CheckReport report, OpenVault vault) {}

    private OpenVault open(Key key) throws VaultException {
        try (LockedVault locked = vaults.open(rescue.file())) {
            return key.open(locked);
        }
    }

    /** Goes on with the repaired vault. */
    void goOn() {
        OpenVault vault = repaired;
        repaired = null;
        if (vault != null) {
            leaveWith(vault);
        }
    }

    /** Calls off what is under way; nothing has changed then. */
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    void back() {
        close();
        exits.back().run();
    }

    @Override
    public void close() {
        turn++;
        cancel();
        state.set(new State.Ended());
        OpenVault vault = repaired;
        repaired = null;
        if (vault != null) {
            closeLater(vault);
        }
    }

    private void leaveWith(OpenVault vault) {
        close();
        exits.opened().accept(vault);
    }

    private void closeLater(OpenVault vault) {
        background
                .job(progress -> {
                    vault.close();
                    return true;
                })
                .start();
    }

    private void withKey(SecretBuffer typed, boolean code, Consumer<Key> use) {
        if (typed.isEmpty() || !(state.get() instanceof State.Listing)) {
            return;
        }
        try {
            use.accept(Key.of(typed, code, keyFile.file()));
        } catch (CharacterCodingException e) {
            failure.set(Optional.of(FailureWords.of(new Failure.WrongPassword())));
        }
    }

    private <T> void work(Task task, Work<T> work, Consumer<T> then, Function<Exception, FailureWords> words) {
        failure.set(Optional.empty());
        long mine = ++turn;
        state.set(new State.Working(task, 0, 0));
        running = background
                .job(progress -> work.run((done, total) -> progress.accept(new Job.Progress(done, total))))
                .onProgress(now -> {
                    if (mine == turn) {
                        state.set(new State.Working(task, now.done(), now.total()));
                    }
                })
                .onDone(result -> done(mine, result, then))
                .onCancelled(() -> back(mine, Optional.empty()))
                .onFailed(thrown -> back(mine, Optional.of(words.apply(thrown))))
                .start();
    }

    private <T> void done(long mine, T result, Consumer<T> then) {
        if (mine == turn) {
            turn++;
            then.accept(result);
        } else if (result instanceof OpenVault late) {
            closeLater(late);
        } else if (result instanceof Repaired late) {
            closeLater(late.vault());
        }
    }

    private void back(long mine, Optional<FailureWords> words) {
        if (mine == turn) {
            turn++;
            failure.set(words);
            state.set(new State.Listing(rows));
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(Progress progress) throws Exception;
    }
}
