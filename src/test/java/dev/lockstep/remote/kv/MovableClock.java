package dev.lockstep.remote.kv;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, put forward. */
final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration more) {
        ahead = ahead.plus(more);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
