package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Background;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sweeps with a timer and a worker that the test plays itself. */
class SweepTest {
    private final List<Timer> timers = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private int swept;
    private boolean broken;
    private final Sweep sweep = new Sweep(new Background(work::add, Runnable::run, this::after), this::scrub);

    private record Timer(Duration delay, Runnable action) {}

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

    @Test
    void theSecondOfTwoSweepsComesHalfAMinuteLater() {
        sweep.twice();
        sweep.twice();
        ring();
        work.remove().run();
        assertEquals(1, swept);
        assertTrue(sweep.idle(), "nobody waits for the second one");
        ring(Duration.ofSeconds(30));
        assertFalse(sweep.idle());
        ring();
        work.remove().run();
        assertEquals(2, swept);
        assertTrue(sweep.idle());
        assertTrue(timers.isEmpty());
    }

    @Test
    void theSecondOneDoesNotComeOnceAnotherScreenWasLeft() {
        sweep.twice();
        sweep.soon();
        ring();
        work.remove().run();
        ring(Duration.ofSeconds(30));
        assertTrue(work.isEmpty());
        assertTrue(sweep.idle());
    }

    private void scrub() {
        if (broken) {
            throw new IllegalStateException();
        }
        swept++;
    }

    private Background.Cancellable after(Duration delay, Runnable action) {
        Timer timer = new Timer(delay, action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    private void ring() {
        ring(Duration.ofSeconds(1));
    }

    /** Lets time pass. */
    private void ring(Duration passed) {
        List<Timer> due = timers.stream()
                .filter(timer -> timer.delay().compareTo(passed) <= 0)
                .toList();
        timers.removeAll(due);
        due.forEach(timer -> timer.action().run());
    }
}
