package dev.lockstep.ui.shell;

import dev.lockstep.settings.Protection;
import dev.lockstep.ui.kit.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** Counts the time without input while a vault is open, warns before it is over, and notices when the computer has slept. */
final class IdleLock {
    /** How long before the lock the warning comes, in seconds. */
    static final int WARNING = 30;

    /** What {@link #secondsLeft} holds while no lock is due. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SLEPT = Duration.ofSeconds(60);

    private final Background background;
    private final Clock clock;
    private final Supplier<Protection> protection;
    private final Runnable lock;
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper(NEVER);
    private Instant lastInput = Instant.EPOCH;
    private Instant lastTick = Instant.EPOCH;
    private Background.@Nullable Cancellable next;

    IdleLock(Background background, Clock clock, Supplier<Protection> protection, Runnable lock) {
        this.background = background;
        this.clock = clock;
        this.protection = protection;
        this.lock = lock;
    }

    /** Seconds until the lock; {@link #NEVER} while none is due. */
    ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    void start() {
        stop();
        lastTick = clock.instant();
        next = background.after(TICK, this::tick);
        touched();
    }

    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        secondsLeft.set(NEVER);
    }

    /** The user did something. */
    void touched() {
        lastInput = clock.instant();
        if (next != null) {
            count(lastInput);
        }
    }

    private void tick() {
        Instant now = clock.instant();
        boolean slept = Duration.between(lastTick, now).compareTo(SLEPT) > 0;
        lastTick = now;
        count(now);
        if ((slept && protection.get().lockOnSleep()) || secondsLeft.get() <= 0) {
            stop();
            lock.run();
        } else {
            next = background.after(TICK, this::tick);
        }
    }

    private void count(Instant now) {
        int minutes = protection.get().idleLockMinutes();
        long idle = Math.max(0, Duration.between(lastInput, now).toSeconds());
        secondsLeft.set(minutes == Protection.NEVER ? NEVER : minutes * 60L - idle);
    }
}
