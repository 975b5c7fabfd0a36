package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sweeps with a timer and a worker that the test plays itself. */
class SweepTest {
    private final List<Runnable> timers = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private int swept;
    private boolean broken;
    private final Sweep sweep = new Sweep(new Background(work::add, Runnable::run, this::after), this::scrub);

    @Test
    void askingTwiceInARowSweepsOnce() {
        sweep.soon();
        sweep.soon();
        assertFalse(sweep.idle());
        ring();
        work.remove().run();
        assertEquals(1, swept);
        assertTrue(sweep.idle());
        assertTrue(work.isEmpty());
    }

    @Test
    void whatIsAskedForDuringASweepFollowsIt() {
        sweep.soon();
        ring();
        sweep.soon();
        ring();
        assertEquals(1, work.size(), "one at a time");
        work.remove().run();
        assertFalse(sweep.idle());
        ring();
        work.remove().run();
        assertEquals(2, swept);
        assertTrue(sweep.idle());
    }

    @Test
    void aSweepThatFailsDoesNotStandInTheWayOfTheNext() {
        broken = true;
        sweep.soon();
        ring();
        work.remove().run();
        broken = false;
        sweep.soon();
        ring();
        work.remove().run();
        assertEquals(1, swept);
    }

    private void scrub() {
        if (broken) {
            throw new IllegalStateException();
        }
        swept++;
    }

    private Background.Cancellable after(java.time.Duration delay, Runnable action) {
        timers.add(action);
        return () -> timers.remove(action);
    }

    private void ring() {
        List<Runnable> due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
    }
}
