package dev.lockstep.ui.remotes;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Practice;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.Remotes;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The remotes of the open vault: a list, and what is done with one of them. */
public final class RemotesViewModel {
    private static final Duration UNDO = Duration.ofSeconds(10);

    private final Surroundings around;
    private final Exits exits;
    private final RemoteList list;
    private final Practising practising;
    private final Runnable deaf;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Listing());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<RemoteRow>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty leaving = new SimpleBooleanProperty();
    private boolean closed;

    /**
     * What the screen works with.
     *
     * @param remask how long a value is shown
     * @param collection where a new remote is proposed; the first one if empty
     */
    public record Surroundings(
            OpenVault vault,
            Connections connections,
            Practice practice,
            Background background,
            Clock clock,
            SecretClipboard clipboard,
            Duration remask,
            Discretion discretion,
            Optional<CollectionId> collection) {}

    /** Ways out of the screen. */
    public record Exits(Consumer<Toast> toast, Runnable closed) {}

    /** Begins with the list; nobody is asked anything. */
    public RemotesViewModel(Surroundings around, Exits exits) {
        this.around = around;
        this.exits = exits;
        list = new RemoteList(around, this::fail);
        practising = new Practising(around, this::fail);
        deaf = around.vault().onChange(() -> around.background().onScreen(list::refresh));
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why the last action on a remote came to nothing. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The row that actions are for. */
    ObjectProperty<Optional<RemoteRow>> chosenProperty() {
        return chosen;
    }

    /** Whether it is asked whether to leave what was filled in. */
    BooleanProperty leavingProperty() {
        return leaving;
    }

    ObservableList<RemoteRow> rows() {
        return list.rows();
    }

    Clock clock() {
        return around.clock();
    }

    List<SecretCollection> collections() {
        return around.vault().collections().all();
    }

    boolean readOnly() {
        return around.vault().readOnly();
    }

    void check(RemoteRow row) {
        failure.set(Optional.empty());
        list.check(row.remote());
    }

    void checkAll() {
        failure.set(Optional.empty());
        list.checkAll();
    }

    void stopChecks() {
        list.stop();
    }

    void add() {
        show(new Stage.Picking());
    }

    void fill(Vendor vendor) {
        show(filling(RemoteForm.fresh(VendorContracts.of(vendor), proposed())));
    }

    /** Starts a practice vault, and fills in how to reach it. */
    void practise(Vendor vendor) {
        failure.set(Optional.empty());
        practising.start(vendor, this::fill);
    }

    /** Starts the practice vault of a row again that ended with an earlier run of the program, and tests it. */
    void restart(RemoteRow row) {
        if (row.ended() && !readOnly()) {
            failure.set(Optional.empty());
            practising.restart(row.remote(), list::check);
        }
    }

    private void fill(Connection practice) {
        try (practice) {
            if (!closed) {
                show(filling(RemoteForm.practising(VendorContracts.of(practice.vendor()), proposed(), practice)));
            }
        }
    }

    void edit(RemoteRow row) {
        row.contract().ifPresent(contract -> {
            Optional<SecretCollection> home = collections().stream()
                    .filter(one -> one.id().equals(row.remote().collection()))
                    .findFirst();
            show(filling(RemoteForm.of(contract, row.remote(), home.orElseGet(this::proposed))));
        });
    }

    private Stage filling(RemoteForm form) {
        return new Stage.Filling(
                form,
                new FormWork(around, form, saved -> saved(form, saved)),
                new Preview(around.vault(), around.background(), form));
    }

    private SecretCollection proposed() {
        List<SecretCollection> all = collections();
        return all.stream()
                .filter(one -> around.collection().equals(Optional.of(one.id())))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    private void saved(RemoteForm form, Remote remote) {
        String name = around.discretion().line(remote.name());
        boolean fresh = form.base().isEmpty();
        show(new Stage.Listing());
        list.refresh();
        chosen.set(list.row(remote.id()));
        exits.toast().accept(Toast.of(fresh ? Text.of("remotes.added", name) : Text.of("remotes.changed", name)));
    }

    void browse(RemoteRow row) {
        row.contract().filter(contract -> !row.paused() && !row.ended()).ifPresent(contract -> {
            show(new Stage.Browsing(new Browser(around, row.remote(), contract, exits.toast())));
        });
    }

    /** Has nothing sent there or asked for, or ends that. */
    void pause(RemoteRow row) {
        work(
                () -> row.paused()
                        ? around.vault().remotes().resume(row.remote().id())
                        : around.vault().remotes().pause(row.remote().id()),
                changed -> list.refresh());
    }

    void askRemove(RemoteRow row) {
        show(new Stage.Removing(row.remote()));
    }

    void remove(Remote remote) {
        show(new Stage.Listing());
        work(() -> around.vault().remotes().remove(remote.id()), this::removed);
    }

    private void removed(Remotes.Removed removed) {
        list.refresh();
        String name = around.discretion().line(removed.remote().name());
        exits.toast()
                .accept(Toast.of(
                        Text.of("remotes.removed", name), Text.of("remotes.undo"), () -> putBack(removed), UNDO));
    }

    private void putBack(Remotes.Removed removed) {
        work(
                () -> {
                    around.vault().remotes().putBack(removed);
                    return removed;
                },
                back -> list.refresh());
    }

    private <T> void work(VaultWork<T> work, Consumer<T> then) {
        failure.set(Optional.empty());
        around.background()
                .job(progress -> work.run())
                .onDone(then)
                .onFailed(thrown -> fail(FailureWords.of(thrown)))
                .start();
    }

    private void fail(FailureWords words) {
        failure.set(Optional.of(words));
    }

    /** Goes back to the list, or from a form with changes asks first. */
    void back() {
        if (stage.get() instanceof Stage.Filling filling && filling.form().changed() && !leaving.get()) {
            leaving.set(true);
        } else {
            show(new Stage.Listing());
        }
    }

    /** Goes on with what is filled in. */
    void stay() {
        leaving.set(false);
    }

    private void show(Stage next) {
        Stage was = stage.get();
        failure.set(Optional.empty());
        leaving.set(false);
        stage.set(next);
        end(was);
    }

    private static void end(Stage stage) {
        switch (stage) {
            case Stage.Filling filling -> filling.close();
            case Stage.Browsing browsing -> browsing.browser().close();
            case Stage.Listing listing -> {}
            case Stage.Picking picking -> {}
            case Stage.Removing removing -> {}
        }
    }

    /** One step back, as by Esc: from the list the sheet goes. */
    public void leave() {
        if (stage.get() instanceof Stage.Listing) {
            close();
        } else {
            back();
        }
    }

    /** Takes the sheet away; what was typed or read is wiped, what is under way is called off. */
    public void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            list.close();
            end(stage.get());
            exits.closed().run();
        }
    }

    private interface VaultWork<T> {
        T run() throws VaultException;
    }
}
