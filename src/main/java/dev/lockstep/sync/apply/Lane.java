package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.plan.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one remote, begun in their order, several under way at once. One thread at a time keeps the journal for all, so that many rows become
 * durable in one change; the others ask. How many calls the vendor bears is for its adapter to find out.
 */
final class Lane {
    /** So many writes in a row without an answer, and the vendor is not asked for more. */
    private static final int MANY_UNKNOWN = 3;

    private final Duties duties;
    private final Progress progress;
    private final Attempt attempt;
    private final AtomicReference<Optional<Stop>> own = new AtomicReference<>(Optional.empty());
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

    Lane(Collection<Row> rows, Progress progress) {
        this.duties = new Duties(rows, () -> stop().isPresent());
        this.progress = progress;
        this.attempt = progress.attempt();
    }

    /**
     * Gives every row its turn; returns when none is under way any more.
     *
     * @throws IllegalStateException if another thread ended by an error of the program, which is the cause
     */
    void run(Turn turn, Journal journal, Executor executor) {
        Phaser under = new Phaser(1);
        for (int hand = Math.min(Duties.AT_ONCE, duties.size()); hand > 0; hand--) {
            try {
                executor.execute(() -> help(turn, journal, under));
            } catch (RejectedExecutionException e) {
                break;
            }
        }
        try {
            finish(turn, journal);
        } finally {
            under.awaitAdvance(under.arriveAndDeregister());
        }
        Throwable met = error.get();
        if (met != null) {
            throw new IllegalStateException(met);
        }
    }

    /** Works, and where that ends by an error of the program, takes back what was written ahead: no other thread may have come. */
    private void finish(Turn turn, Journal journal) {
        boolean broken = true;
        try {
            work(turn, journal);
            broken = false;
        } finally {
            if (broken) {
                work(turn, journal);
            }
        }
    }

    /** A hand that comes when the lane is done does nothing. What it ends by is for the thread to tell that waits for it. */
    private void help(Turn turn, Journal journal, Phaser under) {
        if (under.register() >= 0) {
            try {
                work(turn, journal);
            } catch (RuntimeException | Error e) {
                error.compareAndSet(null, e);
            } finally {
                under.arriveAndDeregister();
            }
        }
    }

    private void work(Turn turn, Journal journal) {
        attempt.enter();
        try {
            for (Optional<Duties.Duty> duty = duties.next(); duty.isPresent(); duty = duties.next()) {
                switch (duty.get()) {
                    case Duties.Ask ask -> ask(ask.row());
                    case Duties.Keep keep -> keep(keep, turn, journal);
                }
            }
        } finally {
            attempt.leave();
        }
    }

    private void ask(Underway row) {
        boolean broken = true;
        try {
            progress.began(row.row());
            judge(row.ask());
            broken = false;
        } finally {
            stopIf(broken);
            duties.asked(row);
        }
    }

    private void keep(Duties.Keep what, Turn turn, Journal journal) {
        List<Underway> begun = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        boolean broken = true;
        try {
            prepare(turn, what.next(), begun, left);
            what.withdrawn().forEach(row -> left.add(row.row()));
            List<Journal.Entry> entries = new ArrayList<>();
            what.ended().forEach(row -> entries.add(row.ending()));
            what.withdrawn().forEach(row -> entries.add(row.withdrawal()));
            begun.forEach(row -> entries.add(row.intent()));
            journal.write(entries).ifPresent(this::unkept);
            what.ended().forEach(this::end);
            what.withdrawn().forEach(Underway::close);
            begun.stream().filter(row -> row.result().isPresent()).forEach(this::end);
            begun.removeIf(row -> row.result().isPresent());
            broken = false;
        } finally {
            stopIf(broken);
            duties.kept(begun, left);
        }
    }

    /** Before another thread is told of rows, so that none is asked for of which it may not be durable that it will be. */
    private void stopIf(boolean broken) {
        if (broken) {
            stop(new Stop.Cancelled());
        }
    }

    private void prepare(Turn turn, List<Row> rows, List<Underway> begun, List<Row> left) {
        turn.open(rows);
        try {
            for (Row row : rows) {
                if (stop().isEmpty()) {
                    prepared(turn, row).ifPresent(begun::add);
                } else {
                    left.add(row);
                }
            }
        } finally {
            turn.close();
        }
    }

    private Optional<Underway> prepared(Turn turn, Row row) {
        try {
            Deed deed = turn.deed(row, row.operation().action().orElseThrow());
            return Optional.of(new Underway(row, deed));
        } catch (VaultException e) {
            RowResult unkept = new RowResult.NotKept(e.failure());
            judge(unkept);
            progress.ended(row, unkept);
            return Optional.empty();
        }
    }

    private void end(Underway row) {
        row.close();
        row.result().ifPresent(result -> progress.ended(row.row(), result));
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
            case RowResult.NotKept unkept -> {
                if (!Journal.isOfTheRow(unkept.failure())) {
                    attempt.stop(new Stop.InVault(unkept.failure()));
                }
            }
            case RowResult.NotTried untried -> {}
        }
    }

    /** Nothing can be kept any more: for this remote, where it is gone, or at all. */
    private void unkept(Failure why) {
        Stop stop = new Stop.InVault(why);
        if (Journal.isOfTheRow(why)) {
            stop(stop);
        } else {
            attempt.stop(stop);
        }
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
        List<Row> left = duties.drain();
        left.forEach(row -> progress.ended(row, new RowResult.NotTried(why)));
        return !left.isEmpty() && (why instanceof Stop.Suspended || why instanceof Stop.InVault);
    }
}
