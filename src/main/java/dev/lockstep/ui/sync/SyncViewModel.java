package dev.lockstep.ui.sync;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.Unfinished;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.transfer.PlanExport;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.sync.Spelling;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Sync over all remotes of a collection, or of all: the plan, how everything stands, checking and applying. */
public final class SyncViewModel {
    private final Surroundings around;
    private final Exits exits;
    private final Spelling spelling;
    private final Planning planning;
    private final Looking looking;
    private final Runnable deaf;
    private final Course course = new Course();
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Unfinished>> unfinished =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PLAN);
    private final Scope scope;
    private final Doing doing;
    private final Exporting exporting;
    private boolean unplanned;
    private boolean checkNext;
    private boolean closed;

    /**
     * What the screen works with.
     *
     * @param clock also tells the time zone
     * @param collection whose remotes are shown first; all if empty
     * @param row chosen first, if any
     * @param only the secrets that are planned; all if empty
     */
    public record Surroundings(
            OpenVault vault,
            Sync sync,
            Background background,
            Clock clock,
            Discretion discretion,
            Optional<CollectionId> collection,
            Optional<RowKey> row,
            Optional<Set<SecretId>> only) {}

    /** Ways out of the screen. */
    public record Exits(Consumer<Toast> toast, Runnable closed) {}

    /** Begins to plan by what is known; no vendor is asked. */
    public SyncViewModel(Surroundings around, Exits exits) {
        this.around = around;
        this.exits = exits;
        spelling = new Spelling(around.discretion()::line, around.clock());
        scope = new Scope(around.vault(), around.collection(), new Only(around.only()));
        planning = new Planning(around, scope);
        looking = new Looking(around, this::looked);
        doing = new Doing(around, this::begun, this::ended, this::undone);
        exporting = new Exporting(around, exits.toast(), failure::set);
        deaf = around.vault().onChange(() -> around.background().onScreen(this::changed));
        scope.collectionProperty().subscribe(now -> plan());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return course.stageProperty();
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

    Scope scope() {
        return scope;
    }

    Spelling spelling() {
        return spelling;
    }

    boolean readOnly() {
        return around.vault().readOnly();
    }

    private void changed() {
        if (!closed && (course.now() instanceof Stage.Planned || course.now() instanceof Stage.Planning)) {
            plan();
        }
    }

    /** Plans anew by what is known now. What was decided about rows that are still there stays decided. */
    private void plan() {
        planning.start(this::show, thrown -> {
            unplanned = true;
            failure.set(Optional.of(FailureWords.of(thrown)));
        });
    }

    private void show(Planning.Read read) {
        if (closed) {
            return;
        }
        if (unplanned) {
            unplanned = false;
            failure.set(Optional.empty());
        }
        unfinished.set(read.unfinished());
        course.show(read, scope.only());
        if (checkNext) {
            check();
        }
    }

    /** Shows the row of a cell in the plan. */
    void toPlan(Stage.Planned planned, RowKey key) {
        planned.plan().find(key);
        tab.set(Tab.PLAN);
    }

    /** Looks at all remotes shown, without reading values; then plans anew. While there is no plan yet, it waits for it. */
    public void check() {
        checkNext = course.now() instanceof Stage.Planning;
        if (course.now() instanceof Stage.Planned planned && !scope.isEmpty()) {
            looking.check(look(planned.sites(), false), scope.remotes());
        }
    }

    /** Reads the values of names that are ours at a remote, to compare them; then plans anew. */
    void verify(RemoteId remote, Set<String> names) {
        if (course.now() instanceof Stage.Planned planned && !names.isEmpty()) {
            looking.verify(look(planned.sites().only(remote), true), remote, names);
        }
    }

    private CheckRun look(Sites sites, boolean reading) {
        failure.set(Optional.empty());
        CheckRun run = new CheckRun(around.background());
        course.go(new Stage.Checking(run, sites, reading));
        return run;
    }

    private void looked(Optional<FailureWords> words) {
        if (!closed) {
            failure.set(words);
            plan();
        }
    }

    /** Calls a check off; what was found at remotes that were done by then is remembered. */
    void stopCheck() {
        looking.stop();
    }

    /** Asks whether to apply what is ticked. */
    public void confirm() {
        if (course.now() instanceof Stage.Planned planned && applicable(planned)) {
            course.go(Stage.Confirming.of(planned, false));
        }
    }

    /** Whether there is anything to apply. */
    boolean applicable(Stage.Planned planned) {
        return !readOnly() && planned.plan().hasWork();
    }

    /** Applies what is ticked, once the number of deletions is typed where it has to be. */
    void apply() {
        if (course.now() instanceof Stage.Confirming confirming
                && confirming.deletions().isTyped()) {
            doing.apply(confirming);
        }
    }

    /** Goes on with what was cut short; many deletions among that are asked for again. */
    void resume() {
        if (course.now() instanceof Stage.Planned) {
            doing.resume(OptionalInt.empty());
        }
    }

    /** Leaves what was cut short as it is. */
    void abandon() {
        doing.abandon(this::plan);
    }

    /** Asks whether a remote was emptied on purpose. */
    void doubt(Banner.EmptyListing list) {
        if (course.now() instanceof Stage.Planned planned) {
            course.go(new Stage.Doubting(planned, list, new TypedCount(OptionalInt.of(list.owned()))));
        }
    }

    /** Plans what is ours at a remote as missing there, once the number of it is typed. */
    void believe() {
        if (course.now() instanceof Stage.Doubting doubting && doubting.owned().isTyped()) {
            planning.believe(doubting.list());
            replan();
        }
    }

    private void begun(Live live) {
        failure.set(Optional.empty());
        course.go(new Stage.Applying(live, course.sites()));
    }

    private void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Ended ended -> course.go(new Stage.Ended(ended, course.sites()));
            case Outcome.Stale stale -> undone(Optional.of(SyncWords.stale()));
            case Outcome.Unconfirmed unconfirmed -> course.ask(unconfirmed.plan());
        }
    }

    private void undone(Optional<FailureWords> words) {
        replan();
        failure.set(words);
    }

    /** Has no more rows tried; those in flight come to their end. */
    void cancel() {
        around.sync().cancel();
    }

    /** Goes back to the plan; after rows were applied it is made anew. */
    void back() {
        if (!course.back()) {
            replan();
        }
    }

    private void replan() {
        if (!closed) {
            course.go(new Stage.Planning());
            plan();
        }
    }

    /** Writes the plan as it was decided to a file. */
    void export(Path file, PlanExport.Format format) {
        if (course.now() instanceof Stage.Planned planned) {
            exporting.write(planned, file, format);
        }
    }

    /** One step back, as by Esc; while rows are applied nothing but cancelling ends that. */
    public void leave() {
        switch (course.now()) {
            case Stage.Planning now -> close();
            case Stage.Planned now -> close();
            case Stage.Checking now -> stopCheck();
            case Stage.Applying now -> {}
            case Stage.Confirming now -> back();
            case Stage.Doubting now -> back();
            case Stage.Ended now -> back();
        }
    }

    /** Takes the sheet away; what is applied goes on to its end elsewhere. */
    public void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            planning.stop();
            looking.stop();
            exits.closed().run();
        }
    }
}
