package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.settings.Panes;
import dev.lockstep.settings.Settings;
import dev.lockstep.sync.Sync;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The main window's content: what is listed, what is selected, what is shown of it, and every action on it. */
public final class SecretsViewModel implements AutoCloseable {
    private final OpenVault vault;
    private final Habits habits;
    private final Exits exits;
    private final Parts parts;
    private final Revealing revealing;
    private final Permits permits = new Permits();
    private final ReadOnlyIntegerWrapper searches = new ReadOnlyIntegerWrapper();
    private final Following following;
    private Supplier<List<SecretId>> onScreen = List::of;

    /** Starts listing the vault's secrets. What it works with stays the caller's to close. */
    public SecretsViewModel(Work work, Habits habits, Exits exits) {
        vault = work.vault();
        this.exits = exits;
        this.habits = habits;
        parts = Parts.of(work, habits, exits);
        revealing = new Revealing(parts, habits.discretion());
        connect();
        following = new Following(vault, work.background(), parts, habits.clock());
        habits.discretion().presentingProperty().subscribe((before, now) -> discreet());
    }

    /** What this screen works with. */
    public record Work(OpenVault vault, Sync sync, Background background, SecretClipboard clipboard) {}

    /**
     * Where actions lead that other screens carry out.
     *
     * @param edit opens the editor for a secret, or for a new one if empty; {@link #collection()} is where a new one belongs
     * @param history opens the former values of a secret
     * @param importFile opens the import, with a file if one was dropped
     * @param health opens the health report
     * @param remotes opens the remotes
     * @param plan opens the sync plan at what is to be done about one secret at one remote
     * @param rotate begins a rotation run with some secrets
     */
    public record Exits(
            Consumer<Optional<Entry>> edit,
            Consumer<Entry> history,
            Runnable generate,
            Consumer<Optional<Path>> importFile,
            Runnable health,
            Runnable remotes,
            Consumer<RowKey> plan,
            Consumer<List<SecretId>> rotate,
            Consumer<Toast> toast) {}

    /**
     * What this screen takes from the settings and the clock.
     *
     * @param clock also tells the time zone of the dates shown
     * @param panes takes the side panes when the user changed them
     * @param discretion of this screen alone
     */
    public record Habits(
            Clock clock, ObservableValue<Settings> settings, Consumer<Panes> panes, Discretion discretion) {}

    /** Everything that can be done here, for menus, keys and buttons alike. */
    public enum Action {
        NEW_SECRET(Text.of("secrets.action.new"), Shortcut.NEW_SECRET),
        NEW_COLLECTION(Text.of("secrets.action.new-collection"), null),
        IMPORT(Text.of("secrets.action.import"), Shortcut.IMPORT),
        COPY_VALUE(Text.of("secrets.action.copy-value"), Shortcut.COPY_VALUE),
        COPY_NAME(Text.of("secrets.action.copy-name"), Shortcut.COPY_NAME),
        REVEAL(Text.of("secrets.action.reveal"), Shortcut.REVEAL),
        HINT(Text.of("secrets.action.hint"), null),
        REVEAL_ALL(Text.of("secrets.action.reveal-all"), Shortcut.REVEAL_ALL),
        EDIT(Text.of("secrets.action.edit"), Shortcut.EDIT),
        HISTORY(Text.of("secrets.action.history"), Shortcut.HISTORY),
        DUPLICATE(Text.of("secrets.action.duplicate"), Shortcut.DUPLICATE),
        FAVOURITE(Text.of("secrets.action.favourite"), Shortcut.FAVOURITE),
        TAGS(Text.of("secrets.action.tags"), Shortcut.TAGS),
        MOVE(Text.of("secrets.action.move"), Shortcut.MOVE),
        ROTATE(Text.of("secrets.action.rotate"), Shortcut.ROTATE),
        TRASH(Text.of("secrets.action.trash"), Shortcut.TRASH),
        RESTORE(Text.of("secrets.action.restore"), Shortcut.RESTORE),
        DELETE_FOR_GOOD(Text.of("secrets.action.delete"), Shortcut.DELETE_FOR_GOOD),
        EMPTY_TRASH(Text.of("secrets.action.empty-trash"), null),
        UNDO(Text.of("secrets.action.undo"), Shortcut.UNDO),
        REDO(Text.of("secrets.action.redo"), Shortcut.REDO),
        GENERATE(Text.of("secrets.action.generate"), Shortcut.GENERATOR),
        SEARCH(Text.of("secrets.action.search"), Shortcut.SEARCH),
        ROTATE_SOON(Text.of("secrets.action.rotate-soon"), Shortcut.ROTATE_SOON),
        HEALTH(Text.of("secrets.action.health"), Shortcut.HEALTH),
        SIDEBAR(Text.of("secrets.action.sidebar"), null),
        DETAILS(Text.of("secrets.action.details"), null);

        private final String words;
        private final @Nullable Shortcut shortcut;

        Action(String words, @Nullable Shortcut shortcut) {
            this.words = words;
            this.shortcut = shortcut;
        }

        /** The words of its menu item. */
        public String words() {
            return words;
        }

        public Optional<Shortcut> shortcut() {
            return Optional.ofNullable(shortcut);
        }
    }

    /** Whether an action is possible now. */
    public ReadOnlyBooleanProperty enabled(Action action) {
        return permits.of(action);
    }

    /** Does what a menu item, key or button stands for; nothing where it is not possible now, or while a question is open. */
    public void run(Action action) {
        if (parts.asking().openProperty().get().isPresent()
                || !permits.of(action).get()) {
            return;
        }
        List<SecretId> ids = selected();
        Optional<Entry> one = parts.details().entry();
        switch (action) {
            case NEW_SECRET -> exits.edit().accept(Optional.empty());
            case NEW_COLLECTION -> parts.asking().collection(Optional.empty());
            case IMPORT -> exits.importFile().accept(Optional.empty());
            case COPY_VALUE -> one.ifPresent(parts.copying()::value);
            case COPY_NAME -> one.ifPresent(parts.copying()::name);
            case REVEAL -> revealing.one(parts.details()::toggle);
            case HINT -> revealing.one(parts.details()::hint);
            case REVEAL_ALL -> revealing.all(onScreen.get());
            case EDIT -> one.ifPresent(entry -> exits.edit().accept(Optional.of(entry)));
            case HISTORY -> one.ifPresent(exits.history());
            case DUPLICATE -> one.ifPresent(entry -> parts.changes().edits().duplicate(entry, this::choose));
            case FAVOURITE -> parts.asking().favourite(ids);
            case TAGS -> parts.asking().tags(ids);
            case MOVE -> parts.asking().move(ids);
            case ROTATE -> exits.rotate().accept(ids);
            case TRASH -> parts.changes().trash(ids);
            case RESTORE -> parts.changes().restore(ids);
            case DELETE_FOR_GOOD -> parts.asking().deleteForGood(ids);
            case EMPTY_TRASH -> parts.asking().emptyTrash();
            case UNDO -> parts.steps().undo();
            case REDO -> parts.steps().redo();
            case GENERATE -> exits.generate().run();
            case SEARCH -> searches.set(searches.get() + 1);
            case ROTATE_SOON -> parts.sidebar().choose(new Scope.RotateSoon());
            case HEALTH -> exits.health().run();
            case SIDEBAR -> PanesViewModel.toggle(parts.panes().sidebarShownProperty());
            case DETAILS -> PanesViewModel.toggle(parts.panes().detailsShownProperty());
        }
    }

    /** The collection that is listed, where a new secret belongs; empty while another list is shown. */
    public Optional<CollectionId> collection() {
        return query().scope() instanceof Scope.InCollection in ? Optional.of(in.collection()) : Optional.empty();
    }

    /** What the list shows. */
    public Query query() {
        return parts.list().query();
    }

    /** What of the list is selected. */
    public List<SecretId> selected() {
        return parts.list().selectedProperty().get();
    }

    /** The editor has saved a secret, which is selected and can be taken back; {@code before} is empty for a new one. */
    public void saved(Optional<Entry> before, Entry after) {
        choose(after);
        parts.changes().edits().saved(before, after);
    }

    /** Selects a secret; where the list shown does not hold it, all secrets are shown. */
    public void choose(Entry entry) {
        if (!vault.catalog().finds(parts.list().query(), entry.id())) {
            parts.list().textProperty().set("");
            parts.sidebar().choose(new Scope.All());
        }
        parts.list().choose(List.of(entry.id()));
    }

    /** How many secrets are overdue and due soon, in words; empty if none is. */
    public ObservableValue<String> due() {
        return parts.sidebar().countsProperty().map(DueWords::of);
    }

    /** Lists what is in the trash. */
    public void showTrash() {
        parts.sidebar().choose(new Scope.Trash());
    }

    /** Asks whether secrets in the trash are to be deleted for good, over the list of the trash. */
    public void askToDelete(List<SecretId> trashed) {
        showTrash();
        parts.asking().deleteForGood(trashed);
    }

    /** Masks every value that is shown, as when the window loses the focus. */
    public void mask() {
        parts.details().mask();
        parts.shown().mask();
    }

    /** Masks and closes every value, forgets every name and ends listening to the vault; to be called before the vault is closed. */
    @Override
    public void close() {
        following.close();
        mask();
        parts.close();
    }

    Parts parts() {
        return parts;
    }

    Habits habits() {
        return habits;
    }

    /** Grows by one whenever the search field is asked for. */
    ReadOnlyIntegerProperty searchesProperty() {
        return searches.getReadOnlyProperty();
    }

    /** Grows by one whenever everything is to be told anew: every minute, for the ages, and when names are hidden or shown again. */
    ReadOnlyIntegerProperty tellingsProperty() {
        return following.tellingsProperty();
    }

    /** Says how to find out which rows are on the screen. */
    void onScreen(Supplier<List<SecretId>> rows) {
        onScreen = rows;
    }

    Exits exits() {
        return exits;
    }

    /** Whether the selected secrets can be dropped on a place. */
    boolean takes(Scope place) {
        return parts.dropping().takes(place, permits);
    }

    /** The selected secrets were dropped on a place. */
    void drop(Scope place) {
        parts.dropping().drop(place, selected());
    }

    private void connect() {
        parts.list().selectedProperty().subscribe(ids -> parts.details().show(ids));
        parts.list().answeredProperty().subscribe(query -> parts.shown().mask());
        parts.list().usualSortingProperty().subscribe(parts.layout()::sorted);
        parts.list().answersProperty().subscribe((before, now) -> parts.marks().begin());
        parts.list().answersProperty().subscribe(number -> parts.details().show(selected()));
        parts.list().answersProperty().subscribe(number -> permit());
        parts.details().subjectProperty().subscribe(subject -> permit());
        parts.history().canUndoProperty().subscribe(can -> permit());
        parts.history().canRedoProperty().subscribe(can -> permit());
    }

    private void discreet() {
        mask();
        parts.sidebar().retell();
        following.retell();
    }

    private void permit() {
        permits.update(Situation.of(parts, vault.readOnly()));
    }
}
