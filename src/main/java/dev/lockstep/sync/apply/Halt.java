package dev.lockstep.sync.apply;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether no more rows are to be tried, and why: the first reason counts. */
final class Halt {
    private final AtomicReference<Optional<Stop>> reason = new AtomicReference<>(Optional.empty());

    void stop(Stop why) {
        reason.compareAndSet(Optional.empty(), Optional.of(why));
    }

    Optional<Stop> reason() {
        return reason.get();
    }
}
