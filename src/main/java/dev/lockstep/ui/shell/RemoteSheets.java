package dev.lockstep.ui.shell;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.remotes.RemotesViewModel;
import dev.lockstep.ui.rotation.RotationViewModel;
import dev.lockstep.ui.sync.SyncViewModel;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncPolicy;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the sheets about the remotes of the open vault, and ends what is done there before the vault is closed. */
final class RemoteSheets {
    private final ShellViewModel.Services services;
    private final Discretion discretion;
    private final Consumer<Toast> toast;
    private final SecretClipboard clipboard;
    private final Panels panels;
    private final RemoteCare care;
    private final ScheduledChecks checks;
    private final Queue<Sync> left = new ConcurrentLinkedQueue<>();
    private @Nullable Connections connections;
    private @Nullable Sync sync;

    RemoteSheets(
            ShellViewModel.Services services,
            Discretion discretion,
            Consumer<Toast> toast,
            SecretClipboard clipboard,
            Panels panels) {
        this.services = services;
        this.discretion = discretion;
        this.toast = toast;
        this.clipboard = clipboard;
        this.panels = panels;
        care = new RemoteCare(services.background());
        checks = new ScheduledChecks(
                services.background(),
                services.clock(),
                () -> services.preferences().get().checks(),
                care);
    }

    /** What is to be seen to at the remotes. */
    RemoteCare care() {
        return care;
    }

    /** What vendors said lasts as long as the vault is open. */
    Sync opened(OpenVault vault) {
        connections = services.outside().connections(vault, services.clock());
        Sync made = services.outside()
                .sync(vault, services.clock(), services.background().worker());
        sync = made;
        care.follow(vault, made);
        checks.follow(vault, made);
        services.background()
                .job(progress -> {
                    suspend();
                    return true;
                })
                .start();
        return made;
    }

    void forget() {
        checks.forget();
        care.forget();
        connections = null;
        Sync was = sync;
        if (was != null) {
            left.add(was);
        }
        sync = null;
    }

    /** Ends what is done at vaults that were left: rows in flight come to their end, which may take seconds. */
    private synchronized void suspend() {
        for (Sync was = left.poll(); was != null; was = left.poll()) {
            was.close();
        }
    }

    /** Closes a vault that was left, after all that is done with it; connections go too, as their buffers hold what was sent and read. */
    void close(OpenVault vault) {
        suspend();
        services.outside().hangUp();
        vault.close();
    }

    /** Opens sync, for the collection whose secrets are listed. */
    void sync() {
        sync(model -> {});
    }

    /** Opens sync at what is to be done about one secret at one remote. */
    void sync(RowKey key) {
        open(Optional.of(key), model -> {});
    }

    /** Opens sync and looks at the remotes. */
    void check() {
        sync(SyncViewModel::check);
    }

    /** Asks whether to apply the plan that is shown; opens it first. */
    void apply() {
        shown().ifPresentOrElse(SyncViewModel::confirm, this::sync);
    }

    private Optional<SyncViewModel> shown() {
        return panels.shown().stream()
                .filter(Panel.Syncing.class::isInstance)
                .map(panel -> ((Panel.Syncing) panel).model())
                .reduce((below, above) -> above);
    }

    private void sync(Consumer<SyncViewModel> then) {
        shown().ifPresentOrElse(then, () -> open(Optional.empty(), then));
    }

    /** Opens the plan over what is shown, for some secrets alone; another one below goes. */
    private void plan(Set<SecretId> secrets) {
        shown().ifPresent(SyncViewModel::close);
        open(Optional.empty(), Optional.of(secrets), model -> {});
    }

    private void open(Optional<RowKey> row, Consumer<SyncViewModel> then) {
        open(row, Optional.empty(), then);
    }

    private void open(Optional<RowKey> row, Optional<Set<SecretId>> only, Consumer<SyncViewModel> then) {
        Sync asked = sync;
        panels.vault().filter(open -> asked != null).ifPresent(open -> {
            var around = new SyncViewModel.Surroundings(
                    open,
                    Objects.requireNonNull(asked),
                    services.background(),
                    services.clock(),
                    discretion.forScreen(),
                    first(open, row, only),
                    row,
                    only);
            panels.add(close -> {
                SyncViewModel made = new SyncViewModel(around, new SyncViewModel.Exits(toast, close));
                then.accept(made);
                return new Panel.Syncing(made);
            });
        });
    }

    /** The collection to show: that of a row, none where some secrets are planned, or the one that is shown behind. */
    private Optional<CollectionId> first(OpenVault open, Optional<RowKey> row, Optional<Set<SecretId>> only) {
        if (row.isEmpty()) {
            return only.isPresent() ? Optional.empty() : panels.collection();
        }
        return open.remotes().all().stream()
                .filter(remote -> remote.id().equals(row.get().remote()))
                .map(Remote::collection)
                .findFirst();
    }

    /** Opens the rotation runs. */
    void rotations() {
        rotate(new RotationViewModel.Start.Runs());
    }

    /** Opens the list of values that people may know. */
    void offboarding() {
        rotate(new RotationViewModel.Start.Offboarding());
    }

    /** Begins a rotation run with some secrets. */
    void rotate(List<SecretId> secrets) {
        rotate(new RotationViewModel.Start.Secrets(secrets));
    }

    private void rotate(RotationViewModel.Start start) {
        Sync asked = sync;
        boolean shown = panels.shown().stream().anyMatch(Panel.Rotating.class::isInstance);
        panels.vault().filter(open -> asked != null && !shown).ifPresent(open -> {
            var around = new RotationViewModel.Surroundings(
                    open,
                    Objects.requireNonNull(asked).rotations(),
                    services.background(),
                    services.clock(),
                    services.random(),
                    discretion.forScreen());
            panels.add(close -> new Panel.Rotating(
                    new RotationViewModel(around, start, new RotationViewModel.Exits(this::plan, toast, close))));
        });
    }

    /** Whether nothing is sent to any remote or asked for. */
    boolean pausedAll() {
        Sync asked = sync;
        return asked != null && asked.policy().pauseAll();
    }

    /** Has nothing sent to any remote or asked for, or ends that. */
    void pauseAll(boolean paused) {
        Sync asked = sync;
        if (asked != null) {
            services.background()
                    .job(progress -> {
                        asked.policy(new SyncPolicy(paused));
                        return paused ? Text.of("shell.sync.paused") : Text.of("shell.sync.resumed");
                    })
                    .onDone(words -> toast.accept(Toast.of(words)))
                    .onFailed(thrown ->
                            toast.accept(Toast.of(FailureWords.of(thrown).what())))
                    .start();
        }
    }

    /** Opens the remotes of the vault. */
    void remotes() {
        Connections asked = connections;
        panels.vault().filter(open -> asked != null).ifPresent(open -> {
            var around = new RemotesViewModel.Surroundings(
                    open,
                    Objects.requireNonNull(asked),
                    services.outside().practice(),
                    services.background(),
                    services.clock(),
                    clipboard,
                    services.preferences().get().protection().reveal(),
                    discretion.forScreen(),
                    panels.collection());
            panels.add(
                    close -> new Panel.Remotes(new RemotesViewModel(around, new RemotesViewModel.Exits(toast, close))));
        });
    }
}
