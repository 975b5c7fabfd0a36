package dev.lockstep.remote.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many calls to one remote are under way at once: half as many after each "too many", one more after as many successes as are allowed at
 * once; and none before the time that the vendor named.
 */
final class Throttle {
    private final int most;
    private final Clock clock;
    private int allowed;
    private int underWay;
    private int successes;
    private Instant closedUntil = Instant.MIN;

    Throttle(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
        allowed = Math.min(4, most);
    }

    synchronized void enter() throws InterruptedException {
        while (true) {
            long millis = Duration.between(
                            clock.instant(), closedUntil.isBefore(clock.instant()) ? clock.instant() : closedUntil)
                    .toMillis();
            if (millis > 0) {
                wait(millis);
            } else if (underWay < allowed) {
                underWay++;
                return;
            } else {
                wait();
            }
        }
    }

    synchronized void leave() {
        underWay--;
        notifyAll();
    }

    synchronized void worked() {
        if (++successes >= allowed && allowed < most) {
            allowed++;
            successes = 0;
            notifyAll();
        }
    }

    /** The vendor had too many calls and wants none until then. */
    synchronized void tooMany(Instant until) {
        allowed = Math.max(1, allowed / 2);
        successes = 0;
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
        notifyAll();
    }

    synchronized int allowed() {
        return allowed;
    }
}
