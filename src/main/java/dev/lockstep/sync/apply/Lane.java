package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.plan.Row;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rows of one remote, begun in their order, several under way at once. How many calls the vendor bears is for its adapter to find out: more
 * threads than it lets through wait there.
 */
final class Lane {
    /** Threads besides the lane's own; with that one the most calls that an adapter makes at once. */
    private static final int HANDS = 7;

    /** So many writes in a row without an answer, and the vendor is not asked for more. */
    private static final int MANY_UNKNOWN = 3;

    private final Queue<Row> waiting;
    private final Progress progress;
    private final Attempt attempt;
    private final AtomicReference<Optional<Stop>> own = new AtomicReference<>(Optional.empty());
    private final AtomicInteger unanswered = new AtomicInteger();

    Lane(Collection<Row> rows, Progress progress) {
        this.waiting = new ConcurrentLinkedQueue<>(rows);
        this.progress = progress;
        this.attempt = progress.attempt();
    }

    /** Gives every row its turn; returns when none is under way any more. */
    void run(Turn turn, Executor executor) {
        Phaser under = new Phaser(1);
        for (int hand = Math.min(HANDS, waiting.size() - 1); hand > 0; hand--) {
            try {
                executor.execute(() -> help(turn, under));
            } catch (RejectedExecutionException e) {
                break;
            }
        }
        try {
            work(turn);
        } finally {
            under.awaitAdvance(under.arriveAndDeregister());
        }
    }

    /** A hand that comes when the lane is done does nothing. */
    private void help(Turn turn, Phaser under) {
        if (under.register() >= 0) {
            try {
                work(turn);
            } finally {
                under.arriveAndDeregister();
            }
        }
    }

    private void work(Turn turn) {
        attempt.enter();
        try {
            takeTurns(turn);
        } finally {
            attempt.leave();
        }
    }

    private void takeTurns(Turn turn) {
        while (stop().isEmpty()) {
            Row row = waiting.poll();
            if (row == null) {
                return;
            }
            progress.began(row);
            RowResult result = result(turn, row);
            judge(result);
            progress.ended(row, result);
        }
    }

    private RowResult result(Turn turn, Row row) {
        try {
            return turn.take(row, row.operation().action().orElseThrow());
        } catch (VaultException e) {
            if (!isOfTheRow(e.failure())) {
                attempt.stop(new Stop.InVault(e.failure()));
            }
            return new RowResult.NotKept(e.failure());
        }
    }

    private void judge(RowResult result) {
        switch (result) {
            case RowResult.NotSent unsent -> stop(new Stop.AtRemote(unsent.trouble()));
            case RowResult.Unknown unknown -> {
                if (unanswered.incrementAndGet() >= MANY_UNKNOWN) {
                    stop(new Stop.AtRemote(new Trouble.OutcomeUnknown()));
                }
            }
            case RowResult.Done done -> unanswered.set(0);
            case RowResult.Refused refused -> unanswered.set(0);
            case RowResult.Remembered remembered -> {}
            case RowResult.NotKept unkept -> {}
            case RowResult.NotTried untried -> {}
        }
    }

    /** Whether a failure is no matter of other rows. */
    private static boolean isOfTheRow(Failure failure) {
        return failure instanceof Failure.ChangedMeanwhile
                || failure instanceof Failure.NameTaken
                || failure instanceof Failure.Gone
                || failure instanceof Failure.TooLarge
                || failure instanceof Failure.HalfCharacter;
    }

    Optional<Stop> stop() {
        return attempt.reason().or(own::get);
    }

    /** Nothing can be done at the remote. */
    void stop(Stop why) {
        own.compareAndSet(Optional.empty(), Optional.of(why));
    }

    /**
     * Tells of the rows whose turn did not come.
     *
     * @return whether they are to be resumed
     */
    boolean leave() {
        Stop why = stop().orElseGet(Stop.Cancelled::new);
        boolean resumed = !waiting.isEmpty() && (why instanceof Stop.Suspended || why instanceof Stop.InVault);
        for (Row row = waiting.poll(); row != null; row = waiting.poll()) {
            progress.ended(row, new RowResult.NotTried(why));
        }
        return resumed;
    }
}
