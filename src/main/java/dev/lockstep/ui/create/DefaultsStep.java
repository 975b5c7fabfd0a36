package dev.lockstep.ui.create;

import dev.lockstep.settings.Protection;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Step 4: when the vault locks by itself and when secrets go out of sight. */
final class DefaultsStep {
    private final Protection before;
    private final ObjectProperty<Integer> idleLockMinutes;
    private final ObjectProperty<Integer> clipboardSeconds;
    private final ObjectProperty<Integer> revealSeconds;

    DefaultsStep(Protection before) {
        this.before = before;
        idleLockMinutes = new SimpleObjectProperty<>(before.idleLockMinutes());
        clipboardSeconds = new SimpleObjectProperty<>(before.clipboardSeconds());
        revealSeconds = new SimpleObjectProperty<>(before.revealSeconds());
    }

    /** One of {@link Protection#IDLE_LOCK_MINUTES}. */
    ObjectProperty<Integer> idleLockMinutesProperty() {
        return idleLockMinutes;
    }

    /** One of {@link Protection#CLIPBOARD_SECONDS}. */
    ObjectProperty<Integer> clipboardSecondsProperty() {
        return clipboardSeconds;
    }

    /** One of {@link Protection#REVEAL_SECONDS}. */
    ObjectProperty<Integer> revealSecondsProperty() {
        return revealSeconds;
    }

    /** What was chosen; what this step does not ask stays as it was. */
    Protection chosen() {
        return new Protection(
                clipboardSeconds.get(),
                revealSeconds.get(),
                idleLockMinutes.get(),
                before.lockOnMinimise(),
                before.lockOnSleep());
    }
}
