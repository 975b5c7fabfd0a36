package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Background;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has the memory swept in the background once the screens have let go of what was typed and shown; one sweep at a time. */
final class Sweep {
    /** The toolkit needs a few frames to let go of a screen that was left. */
    private static final Duration SOON = Duration.ofMillis(500);

    /** By then threads that had something to do at the first sweep have let go of what was on their stacks. */
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Background background;
    private final Runnable scrub;
    private Background.@Nullable Cancellable waiting;
    private Background.@Nullable Cancellable later;
    private boolean running;

    Sweep(Background background, Runnable scrub) {
        this.background = background;
        this.scrub = scrub;
    }

    /** Asks for a sweep, which takes the place of one that was to come later. */
    void soon() {
        if (later != null) {
            later.cancel();
            later = null;
        }
        ask();
    }

    /** Asks for a sweep and for another one half a minute later. */
    void twice() {
        soon();
        later = background.after(LATER, () -> {
            later = null;
            ask();
        });
    }

    /** One that runs already may have passed what is to be swept now, so another follows it. */
    private void ask() {
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = background.after(SOON, this::start);
    }

    /** Whether nothing is being swept or going to be soon. */
    boolean idle() {
        return waiting == null && !running;
    }

    private void start() {
        waiting = null;
        if (running) {
            ask();
            return;
        }
        running = true;
        background
                .job(progress -> {
                    scrub.run();
                    return true;
                })
                .onDone(swept -> running = false)
                .onFailed(failure -> running = false)
                .start();
    }
}
