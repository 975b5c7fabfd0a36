package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.settings.Protection;
import dev.lockstep.ui.kit.ManualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private final ManualTime time = new ManualTime();
    private final AtomicInteger locks = new AtomicInteger();
    private Protection protection = new Protection(20, 20, 1, false, true);
    private final IdleLock idle = new IdleLock(time.background(), clock(), () -> protection, locks::incrementAndGet);

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.instant();
            }
        };
    }

    @Test
    void itLocksOnceAfterTheTimeWithoutInput() {
        idle.start();
        time.pass(Duration.ofSeconds(59));
        assertEquals(0, locks.get());
        assertEquals(1, idle.secondsLeftProperty().get());
        time.pass(Duration.ofMinutes(10));
        assertEquals(1, locks.get());
        assertEquals(IdleLock.NEVER, idle.secondsLeftProperty().get());
    }

    @Test
    void anyInputBeginsTheTimeAnew() {
        idle.start();
        time.pass(Duration.ofSeconds(55));
        idle.touched();
        assertEquals(60, idle.secondsLeftProperty().get());
        time.pass(Duration.ofSeconds(55));
        assertEquals(0, locks.get());
        time.pass(Duration.ofSeconds(6));
        assertEquals(1, locks.get());
    }

    @Test
    void neverMeansNever() {
        protection = new Protection(20, 20, Protection.NEVER, false, false);
        idle.start();
        time.pass(Duration.ofHours(2));
        assertEquals(0, locks.get());
        assertEquals(IdleLock.NEVER, idle.secondsLeftProperty().get());
    }

    @Test
    void itLocksWhenTheComputerHasSleptEvenIfIdleLockIsOff() {
        protection = new Protection(20, 20, Protection.NEVER, false, true);
        idle.start();
        time.pass(Duration.ofSeconds(5));
        time.sleep(Duration.ofMinutes(3));
        time.pass(Duration.ofSeconds(2));
        assertEquals(1, locks.get());
    }

    @Test
    void sleepDoesNotLockWhereThatIsOffAndTheIdleTimeIsNotOver() {
        protection = new Protection(20, 20, 60, false, false);
        idle.start();
        time.sleep(Duration.ofMinutes(3));
        time.pass(Duration.ofSeconds(2));
        assertEquals(0, locks.get());
    }

    @Test
    void aClockSetBackDoesNotLockAndCountsFromTheLastInput() {
        idle.start();
        time.pass(Duration.ofSeconds(10));
        time.sleep(Duration.ofHours(-1));
        time.pass(Duration.ofSeconds(5));
        assertEquals(0, locks.get());
        idle.touched();
        time.pass(Duration.ofSeconds(61));
        assertEquals(1, locks.get());
    }

    @Test
    void afterStopNothingIsWaiting() {
        idle.start();
        idle.stop();
        assertEquals(0, time.waiting());
    }
}
