package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.Background;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;

/** Turns a revealed value back into bullets after a while without typing. */
final class Remask {
    private final Background background;
    private final Duration after;
    private final BooleanProperty revealed;
    private Background.Cancellable pending = () -> {};

    Remask(Background background, Duration after, BooleanProperty revealed) {
        this.background = background;
        this.after = after;
        this.revealed = revealed;
        revealed.addListener((property, before, now) -> restart());
    }

    /** Begins to count anew, if the value is revealed. */
    void restart() {
        pending.cancel();
        if (revealed.get()) {
            pending = background.after(after, () -> revealed.set(false));
        }
    }

    void cancel() {
        pending.cancel();
        pending = () -> {};
    }
}
