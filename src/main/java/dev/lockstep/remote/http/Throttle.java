package dev.lockstep.remote.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls to one remote are under way at once: half as many after "too many", one more after as many successes as are allowed at once,
 * and once the vendor had too many only after eight times as many; and none before the pause is over that the vendor named. Calls that were
 * under way together count as one "too many".
 */
final class Throttle {
    private static final int AT_FIRST = 4;
    private static final int WARY = 8;

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition opening = lock.newCondition();
    private int allowed;
    private int underWay;
    private int successes;
    private long round;
    private long opens = System.nanoTime();

    Throttle(int most) {
        this.most = most;
        allowed = Math.min(AT_FIRST, most);
    }

    /**
     * Waits for room.
     *
     * @return the round that the call belongs to, for {@link #tooMany}
     */
    long enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long pause = opens - System.nanoTime();
                if (pause > 0) {
                    opening.awaitNanos(pause);
                } else if (underWay < allowed) {
                    underWay++;
                    return round;
                } else {
                    room.await();
                }
            }
        } catch (InterruptedException e) {
            // whoever was told that there is room and does not take it tells the next
            room.signal();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            underWay--;
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    void worked() {
        lock.lock();
        try {
            int wanted = round == 0 ? allowed : WARY * allowed;
            if (++successes >= wanted && allowed < most) {
                allowed++;
                successes = 0;
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The vendor had too many calls, one of them of that round, and wants none for a while. */
    void tooMany(long ofRound, Duration pause) {
        lock.lock();
        try {
            if (ofRound == round) {
                round++;
                allowed = Math.max(1, allowed / 2);
                successes = 0;
            }
            long until = System.nanoTime() + pause.toNanos();
            if (until - opens > 0) {
                opens = until;
            }
        } finally {
            lock.unlock();
        }
    }

    int allowed() {
        lock.lock();
        try {
            return allowed;
        } finally {
            lock.unlock();
        }
    }
}
