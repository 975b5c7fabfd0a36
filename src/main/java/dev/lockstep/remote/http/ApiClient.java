package dev.lockstep.remote.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import dev.lockstep.remote.RemoteException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes the calls of one remote by the rules that hold for all: no redirects, one whole time-out, answers of at most 8 MiB, no more calls at
 * once than the vendor bears, and repetitions only where they cannot double or destroy. Nothing of a call is logged.
 */
public final class ApiClient {
    /** The most bytes that an answer may have: 8 MiB. */
    public static final int LARGEST_ANSWER = 8 << 20;

    private final Exchange exchange;
    private final Pace pace;
    private final Throttle throttle;

    public ApiClient(Transport transport, Origin origin, Credentials credentials, Pace pace) {
        exchange = new Exchange(transport.client(), origin, credentials, pace.whole());
        this.pace = pace;
        throttle = new Throttle(pace.atOnce());
    }

    /**
     * Makes a call, again where that is safe, and closes it. A repetition begins within the time of one call after the first try began, so all
     * of it takes at most twice that time, and the pauses that the vendor asks for. If its thread is interrupted it ends soon, and the thread
     * stays interrupted.
     *
     * @return an answer of any status, as the call has it judged, but 3xx, 407, 429 and, to a write, 408 and 5xx other than 501; after a try
     *     that may have written a success, or to a {@link Call.Effect#REMOVAL} 404 or 410; to be closed by the caller
     * @throws RemoteException {@code RateLimited}, {@code Unavailable}, {@code OutcomeUnknown}, {@code ProtocolError}, {@code Cancelled};
     *     {@code Unauthorized} for credentials that no header can hold
     */
    public Reply send(Call call) throws RemoteException {
        Tries tries = new Tries(exchange, throttle, pace, call);
        try (call) {
            return Failsafe.with(policy(tries)).get((CheckedSupplier<Reply>) tries::once);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof RemoteException told) {
                throw new RemoteException(told.trouble());
            }
            throw tries.givenUp();
        }
    }

    private RetryPolicy<Reply> policy(Tries tries) {
        return RetryPolicy.<Reply>builder()
                .handleIf(failure -> tries.mayGoOn())
                .withMaxRetries(Tries.REPETITIONS)
                .withDelayFn(tried -> pace.pauseAfter(
                        tried.getAttemptCount(), ThreadLocalRandom.current().nextDouble()))
                .build();
    }
}
