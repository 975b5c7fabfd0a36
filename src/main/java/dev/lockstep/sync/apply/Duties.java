package dev.lockstep.sync.apply;

import dev.lockstep.sync.plan.Row;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What is next to do with the rows of one remote, for the threads that do it. The journal is kept by one of them at a time: as soon as there is
 * something to keep where that is seldom, for many rows at once where it is often. It is written ahead as far as answers come in.
 */
final class Duties {
    /** The most rows that are being asked for at once, which is the most that an adapter does. */
    static final int AT_ONCE = 8;

    /** The most rows of which it is durable that they will be asked for, and not yet what came of it; so many may be unknown after a crash. */
    static final int MOST_OPEN = 64;

    private static final int MOST_READY = MOST_OPEN - AT_ONCE;
    private static final int MANY_ANSWERED = MOST_OPEN / 3;
    private static final long OFTEN = Duration.ofMillis(20).toNanos();

    private final BooleanSupplier stopped;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Row> waiting;
    private final Deque<Underway> ready = new ArrayDeque<>();
    private final List<Underway> answered = new ArrayList<>();
    private int aim = AT_ONCE;
    private int asking;
    private boolean keeping;
    private long kept = System.nanoTime();

    /** @param stopped whether no more rows are to be tried; once so always so */
    Duties(Collection<Row> rows, BooleanSupplier stopped) {
        this.waiting = new ArrayDeque<>(rows);
        this.stopped = stopped;
    }

    /** Something that one thread does, and then tells of. */
    sealed interface Duty {}

    /** A vendor is to be asked for a row; then {@link #asked}. */
    record Ask(Underway row) implements Duty {}

    /**
     * The journal is to be kept; then {@link #kept}.
     *
     * @param ended rows that were asked for
     * @param withdrawn rows that are ready and not to be asked for after all
     * @param next rows to make ready, in order
     */
    record Keep(List<Underway> ended, List<Underway> withdrawn, List<Row> next) implements Duty {}

    /** Waits for something to do; empty once there is nothing any more. */
    Optional<Duty> next() {
        lock.lock();
        try {
            while (true) {
                boolean over = stopped.getAsBoolean();
                if (!keeping && (over ? isLeft() : isDue())) {
                    return Optional.of(over ? last() : keep());
                }
                if (!over && asking < AT_ONCE && !ready.isEmpty()) {
                    asking++;
                    return Optional.of(new Ask(ready.remove()));
                }
                if (!keeping && asking == 0 && !isLeft() && (over || waiting.isEmpty())) {
                    return Optional.empty();
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether something is to be kept before the end. */
    private boolean isLeft() {
        return !ready.isEmpty() || !answered.isEmpty();
    }

    private boolean isDue() {
        boolean low = ready.size() <= aim / 3 && !waiting.isEmpty() && ready.size() + asking < MOST_OPEN;
        boolean late = ready.isEmpty() || answered.size() >= MANY_ANSWERED || System.nanoTime() - kept >= OFTEN;
        return low || (late && !answered.isEmpty());
    }

    private Keep keep() {
        if (asking > 0 || !answered.isEmpty()) {
            aim = Math.clamp(2L * answered.size(), 2, MOST_READY);
        }
        List<Row> next = new ArrayList<>();
        int most = Math.min(aim, MOST_OPEN - asking) - ready.size();
        while (next.size() < most && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        return keep(List.of(), next);
    }

    private Keep last() {
        List<Underway> withdrawn = List.copyOf(ready);
        ready.clear();
        return keep(withdrawn, List.of());
    }

    private Keep keep(List<Underway> withdrawn, List<Row> next) {
        keeping = true;
        List<Underway> ended = List.copyOf(answered);
        answered.clear();
        return new Keep(ended, withdrawn, next);
    }

    /** A row was asked for. */
    void asked(Underway row) {
        lock.lock();
        try {
            asking--;
            answered.add(row);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The journal was kept.
     *
     * @param begun rows that may be asked for now
     * @param left rows whose turn did not come after all, in order
     */
    void kept(List<Underway> begun, List<Row> left) {
        lock.lock();
        try {
            keeping = false;
            kept = System.nanoTime();
            ready.addAll(begun);
            left.reversed().forEach(waiting::addFirst);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out the rows whose turn did not come. */
    List<Row> drain() {
        lock.lock();
        try {
            List<Row> left = List.copyOf(waiting);
            waiting.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
