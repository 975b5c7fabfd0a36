package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Capability;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Countdown;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The value of the chosen secret: read only when asked for, shown for a while, wiped as soon as another is chosen. */
final class Peeking {
    private final RemotesViewModel.Surroundings around;
    private final Browser browser;
    private final Consumer<Toast> toast;
    private final Function<Exception, FailureWords> words;
    private final ReadOnlyObjectWrapper<Peek> peek = new ReadOnlyObjectWrapper<>(new Peek.Unread());
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<Optional<Found>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.@Nullable Cancellable running;
    private long turn;

    Peeking(
            RemotesViewModel.Surroundings around,
            Browser browser,
            Consumer<Toast> toast,
            Function<Exception, FailureWords> words) {
        this.around = around;
        this.browser = browser;
        this.toast = toast;
        this.words = words;
        countdown = new Countdown(around.background(), this::mask);
        around.discretion().presentingProperty().subscribe(this::mask);
    }

    ReadOnlyObjectProperty<Peek> peekProperty() {
        return peek.getReadOnlyProperty();
    }

    /** Seconds until a shown value is masked. */
    ReadOnlyIntegerProperty secondsLeftProperty() {
        return countdown.leftProperty();
    }

    Optional<Found> chosen() {
        return chosen.get();
    }

    ReadOnlyObjectProperty<Optional<Found>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void choose(Optional<Found> found) {
        if (!found.equals(chosen.get())) {
            chosen.set(found);
            forget();
        }
    }

    boolean readable() {
        return browser.contract().can(Capability.READ_VALUE);
    }

    /** Reads the value; it comes masked. */
    void read() {
        if (chosen().isEmpty() || !readable() || peek.get() instanceof Peek.Running) {
            return;
        }
        forget();
        Found found = chosen().get();
        long mine = ++turn;
        peek.set(new Peek.Running());
        running = around.background()
                .job(progress -> around.connections().read(browser.remote(), found.secret()))
                .onDone(value -> {
                    if (mine == turn) {
                        peek.set(new Peek.Read(value, false));
                    } else {
                        value.close();
                    }
                })
                .onCancelled(() -> fail(mine, new Peek.Unread()))
                .onFailed(failure -> fail(mine, new Peek.Failed(words.apply(failure))))
                .start();
    }

    private void fail(long mine, Peek outcome) {
        if (mine == turn) {
            peek.set(outcome);
        }
    }

    /** Shows what was read, or hides it. */
    void toggle() {
        if (peek.get() instanceof Peek.Read read) {
            if (read.shown()) {
                mask();
            } else if (!around.discretion().presenting()) {
                peek.set(new Peek.Read(read.value(), true));
                countdown.start(around.remask());
            }
        }
    }

    private void mask() {
        countdown.stop();
        if (peek.get() instanceof Peek.Read read && read.shown()) {
            peek.set(new Peek.Read(read.value(), false));
        }
    }

    void copy() {
        if (peek.get() instanceof Peek.Read read && chosen().isPresent()) {
            String name = chosen().get().secret().name();
            String told = around.discretion().line(name);
            toast.accept(Toast.of(
                    switch (around.clipboard().copy(name, read.value())) {
                        case COPIED -> copied(told);
                        case NOT_TEXT -> Text.of("remotes.copy.not-text", told);
                        case REFUSED -> Text.of("remotes.copy.refused", told);
                    }));
        }
    }

    private String copied(String name) {
        int seconds = around.clipboard().secondsLeftProperty().get();
        return seconds > 0 ? Text.of("remotes.copied", name, seconds) : Text.of("remotes.copied.stays", name);
    }

    /** Ends a reading and wipes what was read. */
    void forget() {
        turn++;
        countdown.stop();
        if (running != null) {
            running.cancel();
            running = null;
        }
        Peek was = peek.get();
        peek.set(new Peek.Unread());
        if (was instanceof Peek.Read read) {
            read.value().close();
        }
    }
}
