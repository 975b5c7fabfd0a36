package dev.lockstep.ui.importing;

import dev.lockstep.model.CollectionId;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.dotenv.DotenvFormat;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Progress;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The import of one .env file into one collection. The values read stay in memory until it is closed, and are then overwritten. */
public final class ImportViewModel {
    private final OpenVault vault;
    private final Background background;
    private final Exits exits;
    private final List<SecretCollection> collections;
    private final Comparing comparing = new Comparing();
    private final ObjectProperty<@Nullable SecretCollection> target = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Choosing(""));
    private final ReadOnlyStringWrapper fileName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private Background.@Nullable Cancellable writing;
    private boolean gone;
    private long turn;

    /** An import that waits for a file, or reads the given one at once. */
    public ImportViewModel(OpenVault vault, Background background, Start start, Exits exits) {
        this.vault = vault;
        this.background = background;
        this.exits = exits;
        collections = vault.collections().all();
        target.set(collections.stream()
                .filter(collection -> Optional.of(collection.id()).equals(start.collection()))
                .findFirst()
                .orElse(collections.getFirst()));
        target.subscribe((before, now) -> compare());
        start.file().ifPresent(this::read);
    }

    /** The file to read, if it is known, and the collection to propose. */
    public record Start(Optional<Path> file, Optional<CollectionId> collection) {}

    /**
     * What happens afterwards.
     *
     * @param imported told once secrets were written
     * @param closed takes the screen away
     */
    public record Exits(Consumer<CollectionId> imported, Runnable closed) {}

    /** Ends the import from any point: a running one is cancelled, and all values read are overwritten. */
    public void close() {
        if (!gone) {
            gone = true;
            forget();
            exits.closed().run();
        }
    }

    /** Reads a file in place of the one before. */
    void read(Path file) {
        forget();
        long mine = turn;
        fileName.set(Optional.ofNullable(file.getFileName()).map(Path::toString).orElse(""));
        failure.set("");
        stage.set(new Stage.Reading());
        background
                .job(progress -> new DotenvFormat().read(file, ImportOptions.NONE, Progress.UNTOLD))
                .onDone(read -> take(mine, read))
                .onFailed(thrown -> {
                    if (mine == turn) {
                        stage.set(new Stage.Choosing(words(thrown)));
                    }
                })
                .start();
    }

    /** Goes back to the choice of a file. */
    void another() {
        forget();
        stage.set(new Stage.Choosing(""));
    }

    /** Writes what is chosen, in one transaction. */
    void write() {
        SecretCollection into = target.get();
        Tally planned = comparing.tallyProperty().get();
        if (into == null || planned.written() == 0 || !(stage.get() instanceof Stage.Preview)) {
            return;
        }
        List<Importing.Item> items = comparing.items();
        List<Importing.Choice> choices = comparing.choices();
        failure.set("");
        stage.set(new Stage.Writing(0, items.size()));
        writing = background
                .job(progress -> {
                    vault.importing()
                            .write(
                                    into.id(),
                                    items,
                                    choices,
                                    done -> progress.accept(new Job.Progress(done, items.size())));
                    return planned;
                })
                .onProgress(now -> progressed(now.done(), now.total()))
                .onDone(written -> done(written, into.id()))
                .onCancelled(() -> stopped(Text.of("import.cancelled")))
                .onFailed(thrown -> stopped(words(thrown)))
                .start();
    }

    /** Cancels the writing; nothing is written then. */
    void cancel() {
        if (writing != null) {
            writing.cancel();
        }
    }

    Comparing comparing() {
        return comparing;
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

    ReadOnlyStringProperty fileNameProperty() {
        return fileName.getReadOnlyProperty();
    }

    /** Why nothing was written; empty if nothing failed. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void take(long mine, ImportSource read) {
        if (mine != turn) {
            read.close();
            return;
        }
        comparing.fill(read);
        compare();
    }

    private void compare() {
        SecretCollection into = target.get();
        if (comparing.isEmpty() || into == null) {
            return;
        }
        long mine = turn;
        List<Importing.Item> items = comparing.items();
        background
                .job(progress -> vault.importing().compare(into.id(), items))
                .onDone(found -> {
                    if (mine == turn && into.equals(target.get())) {
                        comparing.compared(found, into);
                        stage.set(new Stage.Preview());
                    }
                })
                .onFailed(thrown -> stopped(words(thrown)))
                .start();
    }

    private void progressed(long done, long total) {
        if (stage.get() instanceof Stage.Writing) {
            stage.set(new Stage.Writing(done, total));
        }
    }

    private void done(Tally written, CollectionId into) {
        writing = null;
        if (!gone) {
            forget();
            stage.set(new Stage.Done(written));
        }
        exits.imported().accept(into);
    }

    private void stopped(String why) {
        writing = null;
        if (!gone && !comparing.isEmpty()) {
            failure.set(why);
            stage.set(new Stage.Preview());
        }
    }

    private void forget() {
        turn++;
        cancel();
        comparing.clear();
    }

    private static String words(Exception thrown) {
        if (thrown instanceof ImportException refused) {
            return ImportWords.of(refused);
        }
        FailureWords words = FailureWords.of(thrown);
        return Text.of("import.failed", words.what(), words.meaning(), words.advice(), words.code());
    }
}
