package dev.lockstep.ui.kit;

import java.time.Duration;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Counts whole seconds down to zero and then does one thing. */
public final class Countdown {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Background background;
    private final Runnable end;
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private Background.@Nullable Cancellable next;

    /** @param end what to do when the time is over */
    public Countdown(Background background, Runnable end) {
        this.background = background;
        this.end = end;
    }

    /** Seconds left; zero while it does not run. */
    public ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Starts, or starts again. */
    public void start(Duration length) {
        stop();
        left.set((int) Math.max(1, length.toSeconds()));
        next = background.after(TICK, this::tick);
    }

    public void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        left.set(0);
    }

    private void tick() {
        if (left.get() <= 1) {
            stop();
            end.run();
            return;
        }
        left.set(left.get() - 1);
        next = background.after(TICK, this::tick);
    }
}
