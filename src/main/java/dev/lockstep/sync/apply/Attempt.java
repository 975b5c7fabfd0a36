package dev.lockstep.sync.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** One plan while it is being applied: whether no more rows are to be tried, and who is at it. The first reason to stop counts. */
final class Attempt {
    private final AtomicReference<Optional<Stop>> reason = new AtomicReference<>(Optional.empty());
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean givenUp;

    void stop(Stop why) {
        reason.compareAndSet(Optional.empty(), Optional.of(why));
    }

    Optional<Stop> reason() {
        return reason.get();
    }

    /** The calling thread is at it from now on. */
    void enter() {
        threads.add(Thread.currentThread());
        if (givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    /** The calling thread is done; that it was to give up is no matter of what it does next. */
    void leave() {
        threads.remove(Thread.currentThread());
        if (givenUp) {
            Thread.interrupted();
        }
    }

    /** Has calls under way end without an answer. */
    void giveUp() {
        givenUp = true;
        threads.forEach(Thread::interrupt);
    }

    void end() {
        over.countDown();
    }

    /** Whether it ended within some time, or does now. */
    boolean ends(Duration within) throws InterruptedException {
        return over.await(within.toNanos(), TimeUnit.NANOSECONDS);
    }
}
