package dev.lockstep.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How many calls are left in the minute and in the second that a clock shows. Used by several threads at once. */
final class CallBudget {
    private final Clock clock;
    private final int perMinute;
    private final int perSecond;
    private long minute = Long.MIN_VALUE;
    private long second = Long.MIN_VALUE;
    private int inMinute;
    private int inSecond;

    CallBudget(Clock clock, int perMinute, int perSecond) {
        this.clock = clock;
        this.perMinute = perMinute;
        this.perSecond = perSecond;
    }

    /**
     * What is left after a call.
     *
     * @param refusedFor seconds; empty if the call was within the budget
     * @param reset when the minute ends
     */
    record Left(int limit, int remaining, Instant reset, Optional<Long> refusedFor) {}

    synchronized Left spend() {
        long now = clock.instant().getEpochSecond();
        if (Math.floorDiv(now, 60) != minute) {
            minute = Math.floorDiv(now, 60);
            inMinute = 0;
        }
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        long end = (minute + 1) * 60;
        Optional<Long> refused = Optional.empty();
        if (inMinute >= perMinute) {
            refused = Optional.of(end - now);
        } else if (inSecond >= perSecond) {
            refused = Optional.of(1L);
        } else {
            inMinute++;
            inSecond++;
        }
        return new Left(perMinute, perMinute - inMinute, Instant.ofEpochSecond(end), refused);
    }
}
