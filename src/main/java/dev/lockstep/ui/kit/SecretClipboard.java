package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The clipboard of the system while it holds a secret: hidden from clipboard histories where the system knows a way, and cleared when the
 * time is over, on {@link #clearNow} and on {@link #close}, only if the content is still the one put there.
 */
public final class SecretClipboard implements AutoCloseable {
    private final Background background;
    private final Supplier<Duration> clearAfter;
    private final InstantSource clock;
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ClipboardMark mark;
    private Background.@Nullable Cancellable tick;
    private long deadline;

    /**
     * Nothing is copied yet.
     *
     * @param clearAfter asked at each copy; zero for never
     */
    public SecretClipboard(
            Background background, Supplier<Duration> clearAfter, InstantSource clock, SecureRandom random) {
        this.background = background;
        this.clearAfter = clearAfter;
        this.clock = clock;
        this.mark = new ClipboardMark(random);
    }

    /** What came of a copy. */
    public enum Outcome {
        COPIED,
        /** The value is not UTF-8 text; the clipboard is untouched. */
        NOT_TEXT,
        /** The system did not take it, as when another program holds the clipboard open. */
        REFUSED
    }

    /** Puts a value on the clipboard in place of an earlier one. The caller keeps the value and closes it. */
    public Outcome copy(String secretName, SecretValue value) {
        if (!InsecureText.isText(value)) {
            return Outcome.NOT_TEXT;
        }
        if (!value.use(bytes -> InsecureText.toClipboard(bytes) && mark.take(bytes))) {
            return Outcome.REFUSED;
        }
        name.set(secretName);
        Duration lasting = clearAfter.get();
        deadline = clock.millis() + lasting.toMillis();
        count((int) lasting.toSeconds());
        return Outcome.COPIED;
    }

    /** Seconds until it is cleared; zero when nothing is to be cleared by time. */
    public ReadOnlyIntegerProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    /** The name of the secret that was copied; empty when there is none. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Clears the clipboard if it still holds what was put there. */
    public void clearNow() {
        if (tick != null) {
            tick.cancel();
            tick = null;
        }
        if (!name.get().isEmpty() && InsecureText.clipboardMatches(mark)) {
            InsecureText.clearClipboard();
        }
        mark.forget();
        name.set("");
        secondsLeft.set(0);
    }

    @Override
    public void close() {
        clearNow();
    }

    private void count(int left) {
        if (tick != null) {
            tick.cancel();
            tick = null;
        }
        secondsLeft.set(left);
        if (left > 0) {
            tick = background.after(Duration.ofSeconds(1), this::next);
        }
    }

    private void next() {
        long byClock = Math.ceilDiv(deadline - clock.millis(), 1000L);
        int left = (int) Math.min(secondsLeft.get() - 1L, byClock);
        if (left <= 0) {
            clearNow();
        } else {
            count(left);
        }
    }
}
