package dev.lockstep.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.settings.Protection;
import dev.lockstep.settings.Settings;
import dev.lockstep.settings.ThemeChoice;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    private Settings now = Settings.DEFAULT;
    private int changes;
    private final SettingsViewModel model = new SettingsViewModel(
            Settings.DEFAULT,
            change -> {
                now = change.apply(now);
                changes++;
            },
            Path.of("settings.json"),
            () -> {});

    @Test
    void eachChoiceHoldsAtOnceAndLeavesTheOthersAlone() {
        model.look().themeProperty().set(ThemeChoice.DARK);
        model.protection().clipboardSecondsProperty().set(60);
        model.protection().lockOnMinimiseProperty().set(true);

        assertEquals(3, changes);
        assertEquals(ThemeChoice.DARK, now.look().theme());
        assertEquals(new Protection(60, 20, 10, true, true), now.protection());
    }

    @Test
    void remotesAreCheckedByThemselvesOnlyIfThatIsChosen() {
        assertEquals(0, now.checks().everyMinutes());
        model.checkEveryMinutesProperty().set(60);

        assertEquals(60, now.checks().everyMinutes());
        model.reset();
        assertEquals(0, now.checks().everyMinutes());
        assertEquals(0, model.checkEveryMinutesProperty().get());
        assertEquals(2, changes);
    }

    @Test
    void whatTheScreenDoesNotShowStays() {
        now = now.opened(Path.of("/vaults/Acme.lockstep").toAbsolutePath());

        model.look().compactRowsProperty().set(true);
        model.reset();

        assertEquals(1, now.recentVaults().size());
    }

    @Test
    void neverWarnsInWords() {
        assertEquals("", model.protection().clipboardWarning().get());
        assertEquals("", model.protection().idleWarning().get());

        model.protection().clipboardSecondsProperty().set(Protection.NEVER);
        model.protection().idleLockMinutesProperty().set(Protection.NEVER);

        assertEquals(
                "Copied values stay on the clipboard until you copy something else, lock or quit.",
                model.protection().clipboardWarning().get());
        assertEquals(
                "The vault stays open until you lock it or quit, also when you walk away.",
                model.protection().idleWarning().get());
    }

    @Test
    void resetPutsEverythingBackInOneStep() {
        model.look().zoomPercentProperty().set(200);
        model.protection().revealSecondsProperty().set(60);
        changes = 0;

        model.reset();

        assertEquals(1, changes);
        assertEquals(Settings.DEFAULT, now);
        assertEquals(100, model.look().zoomPercentProperty().get());
    }
}
