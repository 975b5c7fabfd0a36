package dev.lockstep.ui.settings;

import dev.lockstep.settings.Protection;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** When secrets go out of sight, choice by choice, with what follows from never. */
final class ProtectionChoices {
    private final ObjectProperty<Integer> clipboardSeconds = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> revealSeconds = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> idleLockMinutes = new SimpleObjectProperty<>();
    private final BooleanProperty lockOnMinimise = new SimpleBooleanProperty();
    private final BooleanProperty lockOnSleep = new SimpleBooleanProperty();
    private final StringBinding clipboardWarning = Bindings.createStringBinding(
            () -> clipboardSeconds.get() == Protection.NEVER ? Text.of("settings.clipboard.never.warning") : "",
            clipboardSeconds);
    private final StringBinding idleWarning = Bindings.createStringBinding(
            () -> idleLockMinutes.get() == Protection.NEVER ? Text.of("settings.idle.never.warning") : "",
            idleLockMinutes);
    private boolean filling;

    /** @param chosen told the whole protection after each choice */
    ProtectionChoices(Protection now, Consumer<Protection> chosen) {
        fill(now);
        InvalidationListener tell = choice -> {
            if (!filling) {
                chosen.accept(present());
            }
        };
        List.<Observable>of(clipboardSeconds, revealSeconds, idleLockMinutes, lockOnMinimise, lockOnSleep)
                .forEach(choice -> choice.addListener(tell));
    }

    private Protection present() {
        return new Protection(
                clipboardSeconds.get(),
                revealSeconds.get(),
                idleLockMinutes.get(),
                lockOnMinimise.get(),
                lockOnSleep.get());
    }

    /** Shows other choices without telling. */
    void fill(Protection protection) {
        filling = true;
        clipboardSeconds.set(protection.clipboardSeconds());
        revealSeconds.set(protection.revealSeconds());
        idleLockMinutes.set(protection.idleLockMinutes());
        lockOnMinimise.set(protection.lockOnMinimise());
        lockOnSleep.set(protection.lockOnSleep());
        filling = false;
    }

    ObjectProperty<Integer> clipboardSecondsProperty() {
        return clipboardSeconds;
    }

    ObjectProperty<Integer> revealSecondsProperty() {
        return revealSeconds;
    }

    ObjectProperty<Integer> idleLockMinutesProperty() {
        return idleLockMinutes;
    }

    BooleanProperty lockOnMinimiseProperty() {
        return lockOnMinimise;
    }

    BooleanProperty lockOnSleepProperty() {
        return lockOnSleep;
    }

    /** What follows from never clearing the clipboard; empty if it is cleared. */
    StringBinding clipboardWarning() {
        return clipboardWarning;
    }

    /** What follows from never locking by itself; empty if it does. */
    StringBinding idleWarning() {
        return idleWarning;
    }
}
