package dev.lockstep.remote.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedSupplier;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Makes the calls of one remote by the rules that hold for all: no redirects, one whole time-out, answers of at most 8 MiB, no more calls at
 * once than the vendor bears, and repetitions only where they cannot double or destroy. Nothing of a call is logged, and no exception of the
 * library leaves this class.
 */
public final class ApiClient {
    /** The most bytes that an answer may have: 8 MiB. */
    public static final int LARGEST_ANSWER = 8 << 20;

    private static final int REPETITIONS = 2;
    private static final List<Integer> PASSING = List.of(502, 503, 504);

    private final HttpClient client;
    private final Origin origin;
    private final Credentials credentials;
    private final Pace pace;
    private final Throttle throttle;

    public ApiClient(Transport transport, Origin origin, Credentials credentials, Pace pace) {
        client = transport.client();
        this.origin = origin;
        this.credentials = credentials;
        this.pace = pace;
        throttle = new Throttle(pace.atOnce(), pace.clock());
    }

    /**
     * Makes a call, again where that is safe, and closes it.
     *
     * @return an answer of any status that the call expects, or any but 3xx, 429 and, after a write, 5xx; to be closed by the caller
     * @throws RemoteException {@code RateLimited}, {@code Unavailable}, {@code OutcomeUnknown}, {@code ProtocolError}, {@code Cancelled}
     */
    public Reply send(Call call) throws RemoteException {
        try (call) {
            return Failsafe.with(policy(call)).get((CheckedSupplier<Reply>) () -> once(call));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof RemoteException told) {
                throw new RemoteException(told.trouble());
            }
            throw interrupted(call);
        }
    }

    private RetryPolicy<Reply> policy(Call call) {
        return RetryPolicy.<Reply>builder()
                .handleIf(failure -> mayRepeat(call, failure))
                .withMaxRetries(REPETITIONS)
                .withBackoff(pace.pause(), pace.longestPause().plusMillis(1))
                .withJitter(0.25)
                .build();
    }

    /** After "too many" the throttle makes the pause, so that it holds for all calls of the remote. */
    private boolean mayRepeat(Call call, Throwable failure) {
        if (!(failure instanceof RemoteException told)) {
            return false;
        }
        return switch (told.trouble()) {
            case Trouble.RateLimited limited ->
                limited.until().map(this::isSoon).orElse(true);
            case Trouble.Unavailable gone -> gone.cause() == Cause.NO_CONNECTION || isRepeatable(call, gone.cause());
            case Trouble.OutcomeUnknown unknown -> call.effect() == Call.Effect.REPEATABLE;
            default -> false;
        };
    }

    private static boolean isRepeatable(Call call, Cause cause) {
        return call.effect() != Call.Effect.ONCE && (cause == Cause.TIMED_OUT || cause == Cause.SERVER_ERROR);
    }

    private boolean isSoon(Instant until) {
        return !until.isAfter(pace.clock().instant().plus(pace.longestPause()));
    }

    private Reply once(Call call) throws RemoteException {
        try {
            throttle.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException(new Trouble.Cancelled());
        }
        try {
            return judged(call, exchange(call));
        } finally {
            throttle.leave();
        }
    }

    private Reply judged(Call call, Reply reply) throws RemoteException {
        int status = reply.status();
        boolean write = call.effect() != Call.Effect.READ;
        Trouble trouble = null;
        if (call.expects(status)) {
            return reply;
        } else if (status / 100 == 3 || status < 200) {
            trouble = new Trouble.ProtocolError(Breach.REDIRECT);
        } else if (status == 429) {
            var until = reply.retryAfter(pace.clock().instant());
            throttle.tooMany(until.filter(this::isSoon).orElse(pace.clock().instant()));
            trouble = new Trouble.RateLimited(until);
        } else if (write && status >= 500 && status != 501) {
            trouble = new Trouble.OutcomeUnknown();
        } else if (PASSING.contains(status)) {
            trouble = new Trouble.Unavailable(Cause.SERVER_ERROR);
        }
        if (trouble != null) {
            reply.close();
            throw new RemoteException(trouble);
        }
        throttle.worked();
        return reply;
    }

    private HttpRequest request(Call call) throws RemoteException {
        Call signed = Call.of(call.method(), call.effect(), call.rawPathAndQuery());
        credentials.sign(signed);
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(call.rawPathAndQuery()))
                .version(origin.isPlain() ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .timeout(pace.whole())
                .header("Accept", "application/json")
                .method(call.method(), call.body().publisher());
        if (!call.body().type().isEmpty()) {
            request.header("Content-Type", call.body().type());
        }
        addAll(request, call.headers());
        addAll(request, signed.headers());
        return request.build();
    }

    private static void addAll(HttpRequest.Builder request, List<String> headers) {
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
    }

    private Reply exchange(Call call) throws RemoteException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request(call), BoundedBody.handler(LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> whole = answer.get(pace.whole().toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(whole.statusCode(), whole.headers(), whole.body());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted(call);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unanswered(call, Cause.TIMED_OUT);
        } catch (ExecutionException e) {
            throw failed(call, e.getCause());
        }
    }

    private static RemoteException interrupted(Call call) {
        return new RemoteException(
                call.effect() == Call.Effect.READ ? new Trouble.Cancelled() : new Trouble.OutcomeUnknown());
    }

    /** A write that was sent and not answered may have happened. */
    private static RemoteException unanswered(Call call, Cause cause) {
        return new RemoteException(
                call.effect() == Call.Effect.READ ? new Trouble.Unavailable(cause) : new Trouble.OutcomeUnknown());
    }

    private static RemoteException failed(Call call, Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case UnknownHostException host -> {
                    return unreached(Cause.NO_SUCH_HOST);
                }
                case UnresolvedAddressException host -> {
                    return unreached(Cause.NO_SUCH_HOST);
                }
                case HttpConnectTimeoutException slow -> {
                    return unreached(Cause.NO_CONNECTION);
                }
                case ConnectException refused -> {
                    return unreached(Cause.NO_CONNECTION);
                }
                case SSLHandshakeException untrusted -> {
                    return unreached(Cause.NOT_TRUSTED);
                }
                case HttpTimeoutException slow -> {
                    return unanswered(call, Cause.TIMED_OUT);
                }
                case BoundedBody.TooLargeException large -> {
                    return unreadable(call, Breach.TOO_LARGE);
                }
                case ProtocolException other -> {
                    return unreadable(call, Breach.NOT_HTTP);
                }
                default -> {}
            }
        }
        return failure instanceof IOException
                ? unanswered(call, Cause.NO_CONNECTION)
                : unreadable(call, Breach.NOT_HTTP);
    }

    private static RemoteException unreached(Cause cause) {
        return new RemoteException(new Trouble.Unavailable(cause));
    }

    private static RemoteException unreadable(Call call, Breach breach) {
        return new RemoteException(
                call.effect() == Call.Effect.READ ? new Trouble.ProtocolError(breach) : new Trouble.OutcomeUnknown());
    }
}
