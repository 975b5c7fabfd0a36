package dev.lockstep.ui.keys;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Keys;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Way;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The ways into the vault as they were last saved, and whether the operating system could keep one. */
final class WaysPart {
    private final OpenVault vault;
    private final Keystore keystore;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown(List.of(), false, true, false));
    private final ReadOnlyBooleanWrapper keystoreReady = new ReadOnlyBooleanWrapper();

    /** Starts to look. */
    WaysPart(OpenVault vault, Keystore keystore, Background background, Consumer<Exception> failed) {
        this.vault = vault;
        this.keystore = keystore;
        this.background = background;
        this.failed = failed;
        background
                .job(progress -> keystore.available())
                .onDone(keystoreReady::set)
                .start();
        look();
    }

    /**
     * What there is.
     *
     * @param altered whether key slots are not as they were last saved
     * @param readOnly whether nothing can be changed
     * @param known whether it was read already
     */
    record Shown(List<Keys.WayIn> ways, boolean altered, boolean readOnly, boolean known) {
        boolean has(Way way) {
            return ways.stream().anyMatch(each -> each.way() == way);
        }

        boolean hasKeyFile() {
            return has(Way.PASSWORD_AND_KEY_FILE);
        }

        /** Whether a password opens the vault, with a key file or without. */
        boolean hasPassword() {
            return has(Way.PASSWORD) || hasKeyFile();
        }

        /** Whether no way that lasts would be left without this one. */
        boolean isLast(Way way) {
            return way != Way.KEYSTORE
                    && ways.stream().map(Keys.WayIn::way).allMatch(each -> each == way || each == Way.KEYSTORE);
        }
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Shown shown() {
        return shown.get();
    }

    /** Whether the operating system has a keystore that can be used now. */
    ReadOnlyBooleanProperty keystoreReadyProperty() {
        return keystoreReady.getReadOnlyProperty();
    }

    Keystore.Kind keystore() {
        return keystore.kind();
    }

    /** Looks again. */
    void look() {
        background
                .job(progress -> new Shown(vault.keys().ways(), vault.keys().altered(), vault.readOnly(), true))
                .onDone(shown::set)
                .onFailed(failed)
                .start();
    }
}
