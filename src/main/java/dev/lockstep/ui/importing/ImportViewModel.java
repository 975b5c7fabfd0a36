package dev.lockstep.ui.importing;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.model.CollectionId;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.csv.CsvPreview;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The import of one file or folder into one collection. The values read stay in memory until it is closed, and are then overwritten. */
public final class ImportViewModel {
    private final Surroundings around;
    private final Exits exits;
    private final List<SecretCollection> collections;
    private final Course course = new Course();
    private final Opening opening;
    private final Comparing comparing = new Comparing();
    private final ObjectProperty<@Nullable SecretCollection> target = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Choosing(""));
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper wipes = new ReadOnlyIntegerWrapper();
    private boolean gone;

    /** An import that waits for a file, or reads the given one at once. */
    public ImportViewModel(Surroundings around, Start start, Exits exits) {
        this.around = around;
        this.exits = exits;
        opening = new Opening(around, course, stage::set, this::take);
        collections = around.vault().collections().all();
        target.set(collections.stream()
                .filter(collection -> Optional.of(collection.id()).equals(start.collection()))
                .findFirst()
                .orElse(collections.getFirst()));
        target.subscribe((before, now) -> compare());
        start.source().ifPresent(this::open);
    }

    /** What the import works with. */
    public record Surroundings(OpenVault vault, Background background, List<ImportFormat> formats, Tables tables) {
        public Surroundings {
            formats = List.copyOf(formats);
        }

        Recognition recognition() {
            return new Recognition(formats, tables);
        }
    }

    /** Looks at tables before it is known which column is what. */
    @FunctionalInterface
    public interface Tables {
        /**
         * Takes long for a long table, and is ended by interrupting the thread.
         *
         * @param heading whether the first row is a heading, as somebody said; empty if nobody did
         */
        CsvPreview look(Path file, Optional<Boolean> heading) throws ImportException, InterruptedException;
    }

    /** The file or folder to read, if it is known, and the collection to propose. */
    public record Start(Optional<Path> source, Optional<CollectionId> collection) {}

    /**
     * Ways out of the import.
     *
     * @param show shows a file where it lies; empty where the system cannot
     * @param closed takes the screen away
     */
    public record Exits(Optional<Consumer<Path>> show, Runnable closed) {}

    /** Ends the import from any point: a running one is cancelled, and all values read are overwritten. */
    public void close() {
        if (!gone) {
            gone = true;
            forget();
            exits.closed().run();
        }
    }

    /** One step back: what is under way is called off, and otherwise the import ends. */
    public void leave() {
        if (stage.get() instanceof Stage.Working) {
            course.cancel();
        } else {
            close();
        }
    }

    /** Looks at a file or folder in place of the one before, and reads it if its format is known and needs nothing more. */
    void open(Path source) {
        forget();
        opening.open(source);
    }

    /** Goes back to the choice of a file. */
    void another() {
        forget();
        stage.set(new Stage.Choosing(""));
    }

    /** Goes back to what the source is read as. */
    void askAgain() {
        forget();
        opening.question().ifPresent(opening::ask);
    }

    /** Takes another format for the one that was recognised. */
    void choose(Question asked, ImportFormat format) {
        opening.choose(asked, format);
    }

    /** Says whether the first row of the table is a heading. */
    void heading(Question asked, boolean heading) {
        opening.look(asked, Optional.of(heading));
    }

    /** Reads with what was told, if that is enough; what was typed is to be wiped then. */
    void read(Question asked, SecretBuffer typed) {
        opening.read(asked, typed);
        wipe();
    }

    /** Writes what is chosen, in one transaction. */
    void write() {
        SecretCollection into = target.get();
        Tally planned = comparing.tallyProperty().get();
        if (into == null || stale.get() || planned.written() == 0 || !(stage.get() instanceof Stage.Preview)) {
            return;
        }
        List<Importing.Item> items = comparing.items();
        List<Importing.Choice> choices = comparing.choices();
        failure.set("");
        stage.set(new Stage.Working(Stage.Work.WRITING, 0, items.size()));
        Job<Tally> job = around.background().job(progress -> {
            around.vault()
                    .importing()
                    .write(into.id(), items, choices, done -> progress.accept(new Job.Progress(done, items.size())));
            return planned;
        });
        course.start(
                job,
                new Course.Ends<>(
                        this::written,
                        thrown -> notWritten(Refusal.words(thrown)),
                        () -> notWritten(Text.of("import.cancelled")),
                        now -> stage.set(new Stage.Working(Stage.Work.WRITING, now.done(), now.total()))));
    }

    Comparing comparing() {
        return comparing;
    }

    List<ImportFormat> formats() {
        return around.recognition().formats();
    }

    List<SecretCollection> collections() {
        return collections;
    }

    ObjectProperty<@Nullable SecretCollection> targetProperty() {
        return target;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** What was asked of the source that is read. */
    Optional<Question> question() {
        return opening.question();
    }

    /** Why nothing was written; empty if nothing failed. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the rows are still compared with another collection than the chosen one. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Grows by one whenever what was typed is to be wiped. */
    ReadOnlyIntegerProperty wipesProperty() {
        return wipes.getReadOnlyProperty();
    }

    Optional<Consumer<Path>> show() {
        return exits.show();
    }

    private void take(ImportSource read) {
        comparing.fill(read);
        stage.set(new Stage.Working(Stage.Work.COMPARING, 0, 0));
        compare();
    }

    private void compare() {
        SecretCollection into = target.get();
        if (comparing.isEmpty() || into == null) {
            return;
        }
        List<Importing.Item> items = comparing.items();
        Comparing.Rows rows = comparing.rows();
        stale.set(true);
        course.start(
                around.background()
                        .job(progress -> rows.of(around.vault().importing().compare(into.id(), items), into)),
                new Course.Ends<>(
                        compared -> {
                            comparing.compared(compared);
                            stale.set(false);
                            stage.set(new Stage.Preview());
                        },
                        thrown -> notWritten(Refusal.words(thrown)),
                        this::askAgain));
    }

    private void written(Tally tally) {
        Stage.Done done = new Stage.Done(tally, comparing.holdings());
        forget();
        stage.set(done);
    }

    private void notWritten(String why) {
        failure.set(why);
        stage.set(new Stage.Preview());
    }

    private void forget() {
        course.forget();
        stale.set(false);
        failure.set("");
        comparing.clear();
        wipe();
    }

    private void wipe() {
        wipes.set(wipes.get() + 1);
    }
}
