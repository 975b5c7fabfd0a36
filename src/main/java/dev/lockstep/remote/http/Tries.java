package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The tries of one call. For one thread. */
final class Tries {
    /** The most that follow the first, however often the vendor says that there are too many. */
    static final int REPETITIONS = 6;

    private static final int REPETITIONS_AFTER_FAILURE = 2;
    private static final int PROXY_WANTS_CREDENTIALS = 407;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    /** To a write it means that it was done, or may have been (RFC 9110, 15.4.4). */
    private static final int SEE_OTHER = 303;

    private final Exchange exchange;
    private final Throttle throttle;
    private final Pace pace;
    private final Call call;

    private int made;
    private long begun;
    private boolean again;
    private boolean doubtful;

    Tries(Exchange exchange, Throttle throttle, Pace pace, Call call) {
        this.exchange = exchange;
        this.throttle = throttle;
        this.pace = pace;
        this.call = call;
    }

    /** Whether another try is safe and makes sense after the last one failed. */
    boolean mayGoOn() {
        return again;
    }

    /** The answer of one more try. */
    Reply once() throws RemoteException {
        again = false;
        long round;
        try {
            round = throttle.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp();
        }
        try {
            if (made++ == 0) {
                begun = System.nanoTime();
            }
            return judged(round, exchange.of(call));
        } catch (Unanswered e) {
            doubtful |= e.sent() && call.effect() != Call.Effect.READ;
            throw failed(e.trouble(), e.passing() && (!e.sent() || call.effect() != Call.Effect.ONCE));
        } catch (RemoteException e) {
            throw doubtful ? new RemoteException(new Trouble.OutcomeUnknown()) : e;
        } finally {
            throttle.leave();
        }
    }

    /** For a call whose thread was interrupted between two tries. */
    RemoteException givenUp() {
        return failed(new Trouble.Cancelled(), false);
    }

    private Reply judged(long round, Reply reply) throws RemoteException {
        int status = call.judged(reply);
        boolean write = call.effect() != Call.Effect.READ;
        if (status < 200 || status / 100 == 3) {
            doubtful |= write && status == SEE_OTHER;
            throw refused(reply, new Trouble.ProtocolError(Breach.REDIRECT), false);
        }
        if (status == PROXY_WANTS_CREDENTIALS) {
            throw refused(reply, new Trouble.Unavailable(Cause.NO_CONNECTION), false);
        }
        Optional<Instant> until = reply.retryAfter(pace.clock().instant());
        if (status == TOO_MANY) {
            hold(round, until);
            RemoteException told = refused(reply, new Trouble.RateLimited(until), false);
            again = isSoon(until) && isInTime();
            throw told;
        }
        boolean passing = status == TIMED_OUT || (status >= 502 && status <= 504);
        if (passing && until.isPresent()) {
            hold(round, until);
        }
        if (write && (status == TIMED_OUT || (status >= 500 && status != 501))) {
            doubtful = true;
            throw refused(
                    reply, new Trouble.OutcomeUnknown(), passing && isSoon(until) && call.effect() != Call.Effect.ONCE);
        }
        if (passing && isSoon(until) && mayRepeatFailure()) {
            throw refused(reply, Statuses.trouble(status, "").trouble(), true);
        }
        throttle.worked();
        if (doubtful && !settles(status)) {
            throw refused(reply, new Trouble.OutcomeUnknown(), false);
        }
        return doubtful ? reply.afterDoubt() : reply;
    }

    /** Once a try may have written, only a success tells what became of it, or that there is nothing left to take away. */
    private boolean settles(int status) {
        return status / 100 == 2 || (call.effect() == Call.Effect.REMOVAL && (status == 404 || status == 410));
    }

    private RemoteException refused(Reply reply, Trouble trouble, boolean passing) {
        reply.close();
        return failed(trouble, passing);
    }

    /** Once a try may have written, what a later one says of itself does not say that nothing was written. */
    private RemoteException failed(Trouble trouble, boolean passing) {
        again = passing && mayRepeatFailure();
        return new RemoteException(doubtful ? new Trouble.OutcomeUnknown() : trouble);
    }

    private boolean mayRepeatFailure() {
        return made <= REPETITIONS_AFTER_FAILURE && isInTime();
    }

    private boolean isInTime() {
        return System.nanoTime() - begun < pace.whole().toNanos();
    }

    /** A later time is told and not waited for. */
    private boolean isSoon(Optional<Instant> until) {
        return until.isEmpty() || !until.get().isAfter(pace.clock().instant().plus(pace.longestPause()));
    }

    /** Fewer calls from now on, and none until the time that was named and a moment longer, which differs from computer to computer. */
    private void hold(long round, Optional<Instant> until) {
        Duration named = until.filter(at -> isSoon(until))
                .map(at -> Duration.between(pace.clock().instant(), at))
                .filter(Duration::isPositive)
                .map(pause -> pace.pauseNamed(pause, ThreadLocalRandom.current().nextDouble()))
                .orElse(Duration.ZERO);
        throttle.tooMany(round, named);
    }
}
