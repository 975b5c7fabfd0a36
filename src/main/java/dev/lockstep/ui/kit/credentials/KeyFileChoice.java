package dev.lockstep.ui.kit.credentials;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which key file is to be used, if any. It is read only when it is used. */
public final class KeyFileChoice {
    private final ReadOnlyObjectWrapper<Optional<Path>> file;

    /** @param first chosen before the user chose anything */
    public KeyFileChoice(Optional<Path> first) {
        file = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public Optional<Path> file() {
        return file.get();
    }

    public void choose(Path chosen) {
        file.set(Optional.of(chosen.toAbsolutePath().normalize()));
    }

    /** Chooses none. */
    public void clear() {
        file.set(Optional.empty());
    }
}
