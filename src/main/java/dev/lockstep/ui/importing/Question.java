package dev.lockstep.ui.importing;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.ui.kit.credentials.KeyFileChoice;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What is to be known of a source before it can be read: its format, and what that format needs. A password is never kept here. */
final class Question {
    private final Path source;
    private final KeyFileChoice keyFile = new KeyFileChoice(Optional.empty());
    private final Mapping mapping = new Mapping();
    private final ObjectProperty<Optional<ImportFormat>> format = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Need>> needs = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    Question(Path source) {
        this.source = source;
    }

    Path source() {
        return source;
    }

    /** The last part of the path, as it is. */
    String name() {
        return Optional.ofNullable(source.getFileName()).map(Path::toString).orElseGet(source::toString);
    }

    /** Empty while nobody knows. */
    ObjectProperty<Optional<ImportFormat>> formatProperty() {
        return format;
    }

    ReadOnlyObjectProperty<Set<Need>> needsProperty() {
        return needs.getReadOnlyProperty();
    }

    KeyFileChoice keyFile() {
        return keyFile;
    }

    Mapping mapping() {
        return mapping;
    }

    /** Why it could not be read the last time; empty if nothing failed. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    boolean wantsPassword() {
        return needs.get().contains(Need.PASSWORD) || wantsKeyFile();
    }

    boolean wantsKeyFile() {
        return needs.get().contains(Need.PASSWORD_OR_KEY_FILE);
    }

    boolean wantsColumns() {
        return needs.get().contains(Need.COLUMNS);
    }

    /** Whether whoever has the file alone can read what is in it. */
    boolean inTheClear() {
        return !wantsPassword();
    }

    /**
     * Whether enough is told to read it.
     *
     * @param typed whether a password is
     */
    boolean isAnswered(boolean typed) {
        boolean open =
                !wantsPassword() || typed || (wantsKeyFile() && keyFile.file().isPresent());
        return format.get().isPresent()
                && open
                && (!wantsColumns() || mapping.columns().isPresent());
    }

    /** What the format is given. */
    ImportOptions options(Optional<Passphrase> password) {
        return new ImportOptions(
                password,
                wantsKeyFile() ? keyFile.file() : Optional.empty(),
                wantsColumns() ? mapping.columns() : Optional.empty());
    }

    void recognised(Optional<ImportFormat> found, Set<Need> needed) {
        format.set(found);
        needs.set(Set.copyOf(needed));
    }

    void wants(Set<Need> needed) {
        needs.set(Set.copyOf(needed));
    }

    /** It turned out that more is needed. */
    void wantsToo(Need need) {
        Set<Need> all = EnumSet.of(need);
        all.addAll(needs.get());
        wants(all);
    }

    void refused(String why) {
        problem.set(why);
    }
}
