package dev.lockstep.ui.settings;

import dev.lockstep.settings.Checks;
import dev.lockstep.settings.Look;
import dev.lockstep.settings.Protection;
import dev.lockstep.settings.Settings;
import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The settings as they are chosen: every change is handed on at once. */
public final class SettingsViewModel {
    private final LookChoices look;
    private final ProtectionChoices protection;
    private final ObjectProperty<Integer> checkEveryMinutes = new SimpleObjectProperty<>();
    private boolean filling;
    private final Consumer<UnaryOperator<Settings>> change;
    private final Path file;
    private final Runnable close;

    /**
     * Shows the settings as they are.
     *
     * @param change puts a change into effect and keeps it; what this screen does not show stays as it is
     * @param file where the settings are kept
     */
    public SettingsViewModel(Settings now, Consumer<UnaryOperator<Settings>> change, Path file, Runnable close) {
        this.change = change;
        this.file = file;
        this.close = close;
        look = new LookChoices(now.look(), chosen -> change.accept(settings -> settings.with(chosen)));
        protection =
                new ProtectionChoices(now.protection(), chosen -> change.accept(settings -> settings.with(chosen)));
        checkEveryMinutes.set(now.checks().everyMinutes());
        checkEveryMinutes.subscribe((before, chosen) -> {
            if (!filling) {
                change.accept(settings -> settings.with(new Checks(chosen)));
            }
        });
    }

    LookChoices look() {
        return look;
    }

    ProtectionChoices protection() {
        return protection;
    }

    /** How often remotes are checked without being asked, 0 for never. */
    ObjectProperty<Integer> checkEveryMinutesProperty() {
        return checkEveryMinutes;
    }

    /** Puts everything on this screen back to what holds before anything was chosen; recent vaults and panes stay. */
    public void reset() {
        Look plainLook = Settings.DEFAULT.look();
        Protection plainProtection = Settings.DEFAULT.protection();
        look.fill(plainLook);
        protection.fill(plainProtection);
        Checks plainChecks = Settings.DEFAULT.checks();
        filling = true;
        checkEveryMinutes.set(plainChecks.everyMinutes());
        filling = false;
        change.accept(settings -> settings.with(plainLook).with(plainProtection).with(plainChecks));
    }

    Path file() {
        return file;
    }

    /** The system and the Java runtime of this computer, in one line. */
    String system() {
        return Text.of(
                "settings.computer.system.words",
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Runtime.version().feature());
    }

    /** Whether copied values can be kept out of the clipboard histories of this system. */
    String clipboardHistories() {
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Mac")) {
            return Text.of("settings.computer.histories.mac");
        }
        return os.startsWith("Windows")
                ? Text.of("settings.computer.histories.windows")
                : Text.of("settings.computer.histories.linux");
    }

    /** Leaves the screen. */
    public void close() {
        close.run();
    }
}
