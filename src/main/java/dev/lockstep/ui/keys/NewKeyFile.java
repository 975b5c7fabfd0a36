package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.credentials.KeyFileChoice;
import dev.lockstep.vault.Vaults;
import dev.lockstep.words.FailureWords;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The key file that shall belong to the password from now on: made here, or chosen. */
final class NewKeyFile {
    private final Vaults vaults;
    private final Background background;
    private final Path vault;
    private final KeyFileChoice choice = new KeyFileChoice(Optional.empty());
    private final ReadOnlyObjectWrapper<Made> made = new ReadOnlyObjectWrapper<>(new Made.Nothing());

    /** @param vault file that the key file must not lie beside */
    NewKeyFile(Vaults vaults, Background background, Path vault) {
        this.vaults = vaults;
        this.background = background;
        this.vault = vault;
        choice.fileProperty().subscribe(file -> judge());
    }

    /** What came of making one, and what there is to say about the one that is chosen. */
    sealed interface Made {
        record Nothing() implements Made {}

        /** A key file is chosen that lies in the folder of the vault, where one theft takes both. */
        record Beside() implements Made {}

        record Saved(Path file) implements Made {}

        record Failed(FailureWords words) implements Made {}
    }

    KeyFileChoice choice() {
        return choice;
    }

    ReadOnlyObjectProperty<Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Makes a key file that did not exist, and chooses it. */
    void make(Path file) {
        background
                .job(progress -> {
                    vaults.createKeyFile(file);
                    return file;
                })
                .onDone(saved -> {
                    choice.choose(saved);
                    if (!beside(saved)) {
                        made.set(new Made.Saved(saved));
                    }
                })
                .onFailed(failure -> made.set(new Made.Failed(FailureWords.of(failure))))
                .start();
    }

    private void judge() {
        boolean near = choice.file().filter(this::beside).isPresent();
        made.set(near ? new Made.Beside() : new Made.Nothing());
    }

    private boolean beside(Path file) {
        Path folder = vault.toAbsolutePath().normalize().getParent();
        return folder != null && folder.equals(file.toAbsolutePath().normalize().getParent());
    }
}
