package dev.lockstep.ui.unlock;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.credentials.KeyFileChoice;
import dev.lockstep.vault.LockedVault;
import dev.lockstep.vault.Way;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The ways into a vault that is locked, as far as its file tells, and what they need besides what is typed. */
final class WaysIn {
    private final Keystore keystore;
    private final Background background;
    private final ReadOnlyObjectWrapper<Set<Way>> ways = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper quick = new ReadOnlyBooleanWrapper();
    private final KeyFileChoice keyFile;
    private final BooleanProperty remembered;

    /** @param keyFile where it is, if that is remembered */
    WaysIn(Keystore keystore, Background background, Optional<Path> keyFile) {
        this.keystore = keystore;
        this.background = background;
        this.keyFile = new KeyFileChoice(keyFile);
        this.remembered = new SimpleBooleanProperty(keyFile.isPresent());
    }

    /** None before the file was read. */
    ReadOnlyObjectProperty<Set<Way>> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    /** Whether quick unlock is offered. */
    ReadOnlyBooleanProperty quickProperty() {
        return quick.getReadOnlyProperty();
    }

    Keystore keystore() {
        return keystore;
    }

    KeyFileChoice keyFile() {
        return keyFile;
    }

    /** Whether it is to be remembered where the key file is. */
    BooleanProperty rememberedProperty() {
        return remembered;
    }

    /** The key file to try, which does not count where the vault has none. */
    Optional<Path> tried() {
        return ways.get().isEmpty() || wantsKeyFile() ? keyFile.file() : Optional.empty();
    }

    boolean wantsKeyFile() {
        return ways.get().contains(Way.PASSWORD_AND_KEY_FILE);
    }

    boolean takesPassword() {
        return ways.get().contains(Way.PASSWORD) || wantsKeyFile();
    }

    boolean takesCode() {
        return ways.get().contains(Way.RECOVERY_CODE);
    }

    /** The key file to remember. */
    Optional<Path> kept() {
        return remembered.get() ? keyFile.file() : Optional.empty();
    }

    /** Reads what a file tells. */
    void look(LockedVault vault) {
        ways.set(vault.ways());
        if (ways.get().contains(Way.KEYSTORE)) {
            background.job(progress -> keystore.available()).onDone(quick::set).start();
        } else {
            quick.set(false);
        }
    }
}
