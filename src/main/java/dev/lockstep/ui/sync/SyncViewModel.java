package dev.lockstep.ui.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.transfer.PlanExport;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.FailureWords;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SecretCollection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Sync over all remotes of a collection, or of all: the plan, how everything stands, and applying it. */
public final class SyncViewModel {
    private final Surroundings around;
    private final Exits exits;
    private final Telling telling;
    private final Runnable deaf;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Planning());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Unfinished>> unfinished =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PLAN);
    private final ObjectProperty<Optional<CollectionId>> scope;
    private final StringProperty typed = new SimpleStringProperty("");
    private Background.@Nullable Cancellable planning;
    private boolean applying;
    private boolean unplanned;
    private boolean closed;

    /** What the screen asks of sync. */
    public interface Dealings {
        /** What would be done by what is known now; asks no vendor. */
        Plan plan(Optional<CollectionId> collection) throws VaultException;

        /** Applies the ticked rows. */
        Outcome apply(Plan plan, OptionalInt deletions, Follower follower) throws VaultException, InterruptedException;

        /** What was cut short earlier. */
        Optional<Unfinished> unfinished() throws VaultException;

        /** Goes on with what was cut short. */
        Outcome resume(Follower follower) throws VaultException, InterruptedException;

        /** Leaves what was cut short as it is. */
        void abandon() throws VaultException;

        /** Has no more rows tried. */
        void cancel();
    }

    /**
     * What the screen works with.
     *
     * @param clock also tells the time zone
     * @param collection whose remotes are shown first; all if empty
     */
    public record Surroundings(
            OpenVault vault,
            Dealings dealings,
            Background background,
            Clock clock,
            Discretion discretion,
            Optional<CollectionId> collection) {}

    /** Ways out of the screen. */
    public record Exits(Consumer<Toast> toast, Runnable closed) {}

    /** Begins to plan by what is known; no vendor is asked. */
    public SyncViewModel(Surroundings around, Exits exits) {
        this.around = around;
        this.exits = exits;
        telling = new Telling(around.discretion(), around.clock());
        scope = new SimpleObjectProperty<>(around.collection());
        deaf = around.vault().onChange(() -> around.background().onScreen(this::changed));
        scope.subscribe(now -> plan());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why the last work came to nothing. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was cut short earlier and can be resumed. */
    ReadOnlyObjectProperty<Optional<Unfinished>> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** Whose remotes are shown; all if empty. */
    ObjectProperty<Optional<CollectionId>> scopeProperty() {
        return scope;
    }

    /** The number of deletions as the user types it. */
    StringProperty typedProperty() {
        return typed;
    }

    Telling telling() {
        return telling;
    }

    List<SecretCollection> collections() {
        return around.vault().collections().all();
    }

    boolean readOnly() {
        return around.vault().readOnly();
    }

    boolean hasRemotes() {
        return !around.vault().remotes().all().isEmpty();
    }

    private void changed() {
        if (!closed && !applying && (stage.get() instanceof Stage.Planned || stage.get() instanceof Stage.Planning)) {
            plan();
        }
    }

    /** Plans anew by what is known now. What was decided about rows that are still there stays decided. */
    void plan() {
        if (planning != null) {
            planning.cancel();
        }
        planning = around.background()
                .job(progress -> read())
                .onDone(this::show)
                .onFailed(thrown -> {
                    unplanned = true;
                    fail(thrown);
                })
                .start();
    }

    private record Read(Plan plan, Matrix matrix, Sites sites, Optional<Unfinished> unfinished) {}

    private Read read() throws VaultException {
        OpenVault vault = around.vault();
        Optional<CollectionId> asked = scope.get();
        List<Remote> remotes = asked.map(vault.remotes()::of)
                .orElseGet(() -> vault.remotes().all());
        Sites sites = Sites.of(
                remotes,
                collections().stream().collect(Collectors.toMap(SecretCollection::id, SecretCollection::title)));
        Plan plan = around.dealings().plan(asked);
        Matrix matrix = Matrix.of(plan, sites, id -> vault.catalog().entry(id).map(Entry::name));
        return new Read(plan, matrix, sites, around.dealings().unfinished());
    }

    private void show(Read read) {
        if (closed) {
            return;
        }
        if (unplanned) {
            unplanned = false;
            failure.set(Optional.empty());
        }
        unfinished.set(read.unfinished());
        PlanList plan = new PlanList(read.plan(), read.sites());
        MatrixList matrix = new MatrixList(read.matrix());
        if (stage.get() instanceof Stage.Planned before) {
            plan.as(before.plan());
            matrix.as(before.matrix());
        }
        stage.set(new Stage.Planned(plan, matrix, read.sites()));
    }

    /** Shows the row of a cell in the plan. */
    void toPlan(Stage.Planned planned, RowKey key) {
        planned.plan().find(key);
        tab.set(Tab.PLAN);
    }

    /** Asks whether to apply what is ticked. */
    void confirm() {
        if (stage.get() instanceof Stage.Planned planned && applicable(planned)) {
            typed.set("");
            stage.set(new Stage.Confirming(planned));
        }
    }

    /** Whether there is anything to apply. */
    boolean applicable(Stage.Planned planned) {
        return !readOnly() && planned.plan().hasWork();
    }

    /** Whether what has to be typed is typed. */
    boolean confirmed(Plan plan) {
        OptionalInt wanted = plan.confirmation();
        return wanted.isEmpty() || typed.get().strip().equals(Integer.toString(wanted.getAsInt()));
    }

    /** Applies what is ticked, once the number of deletions is typed where it has to be. */
    void apply() {
        if (stage.get() instanceof Stage.Confirming confirming) {
            Plan plan = confirming.planned().plan().plan();
            if (confirmed(plan)) {
                Live live = new Live(confirming.planned().plan().work(), around.background());
                work(live, confirming.planned().sites(), () -> around.dealings()
                        .apply(plan, plan.confirmation(), live));
            }
        }
    }

    /** Goes on with what was cut short. */
    void resume() {
        if (stage.get() instanceof Stage.Planned planned) {
            Live live = new Live(List.of(), around.background());
            work(live, planned.sites(), () -> around.dealings().resume(live));
        }
    }

    /** Leaves what was cut short as it is. */
    void abandon() {
        around.background()
                .job(progress -> {
                    around.dealings().abandon();
                    return read();
                })
                .onDone(this::show)
                .onFailed(this::fail)
                .start();
    }

    private interface Applying {
        Outcome run() throws VaultException, InterruptedException;
    }

    private void work(Live live, Sites sites, Applying work) {
        failure.set(Optional.empty());
        applying = true;
        stage.set(new Stage.Applying(live, sites));
        around.background()
                .job(progress -> work.run())
                .onDone(outcome -> ended(outcome, sites))
                .onCancelled(this::back)
                .onFailed(thrown -> {
                    applying = false;
                    plan();
                    fail(thrown);
                })
                .start();
    }

    private void ended(Outcome outcome, Sites sites) {
        applying = false;
        switch (outcome) {
            case Outcome.Ended ended -> stage.set(new Stage.Ended(ended, sites));
            case Outcome.Stale stale -> {
                back();
                failure.set(Optional.of(SyncWords.stale()));
            }
            case Outcome.Unconfirmed unconfirmed -> back();
        }
    }

    /** Has no more rows tried; those in flight come to their end. */
    void cancel() {
        around.dealings().cancel();
    }

    /** Goes back to the plan, made anew. */
    void back() {
        applying = false;
        if (stage.get() instanceof Stage.Confirming confirming) {
            stage.set(confirming.planned());
        } else {
            stage.set(new Stage.Planning());
            plan();
        }
    }

    /** Writes the plan as it was decided to a file; one that is there already is replaced, for the user was asked. */
    void export(Path file, PlanExport.Format format) {
        if (stage.get() instanceof Stage.Planned planned) {
            failure.set(Optional.empty());
            Plan plan = planned.plan().plan();
            ExportWords words =
                    new ExportWords(planned.sites()::name, new Telling(new Discretion(), around.clock()));
            around.background()
                    .job(progress -> {
                        new PlanExport(plan, words).write(file, true, format);
                        return String.valueOf(file.getFileName());
                    })
                    .onDone(name -> exits.toast()
                            .accept(Toast.of(Text.of("sync.exported", around.discretion().line(name)))))
                    .onFailed(thrown -> failure.set(Optional.of(SyncWords.failed(thrown))))
                    .start();
        }
    }

    private void fail(Exception thrown) {
        failure.set(Optional.of(FailureWords.of(thrown)));
    }

    /** One step back, as by Esc; while rows are applied nothing but cancelling ends that. */
    public void leave() {
        switch (stage.get()) {
            case Stage.Planning planning -> close();
            case Stage.Planned planned -> close();
            case Stage.Confirming confirming -> back();
            case Stage.Applying applying -> {}
            case Stage.Ended ended -> back();
        }
    }

    /** Takes the sheet away; what is applied goes on to its end elsewhere. */
    public void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            if (planning != null) {
                planning.cancel();
            }
            exits.closed().run();
        }
    }
}
