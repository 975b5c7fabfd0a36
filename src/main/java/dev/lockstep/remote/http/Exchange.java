package dev.lockstep.remote.http;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request and waits for the whole answer. No exception of the library leaves this class: their messages name addresses and headers. */
final class Exchange {
    private final HttpClient client;
    private final Origin origin;
    private final Credentials credentials;
    private final Duration whole;

    Exchange(HttpClient client, Origin origin, Credentials credentials, Duration whole) {
        this.client = client;
        this.origin = origin;
        this.credentials = credentials;
        this.whole = whole;
    }

    /**
     * The answer of whatever status, to be closed by the caller.
     *
     * @throws Unanswered if none came that could be read
     * @throws RemoteException if there are no credentials, or they or other headers have characters that HTTP does not carry, or the path leads
     *     elsewhere
     */
    Reply of(Call call) throws RemoteException, Unanswered {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request(call), BoundedBody.handler(ApiClient.LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> came = answer.get(whole.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(came.statusCode(), came.headers(), came.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(call, answer);
            throw Unanswered.interrupted();
        } catch (TimeoutException e) {
            giveUp(call, answer);
            throw Unanswered.timedOut();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                call.body().leave();
            }
            throw Unanswered.by(e.getCause(), call.body().mayBeSent());
        }
    }

    /** The sender stops at some later time. */
    private static void giveUp(Call call, CompletableFuture<?> answer) {
        call.body().leave();
        answer.cancel(true);
    }

    private HttpRequest request(Call call) throws RemoteException {
        if (call.leadsElsewhere()) {
            throw new RemoteException(new Trouble.Refused(""));
        }
        Call signed = Call.of(call.method(), call.effect(), call.rawPathAndQuery());
        credentials.sign(signed);
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(call.rawPathAndQuery()))
                .version(origin.isPlain() ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .timeout(whole)
                .header("Accept", "application/json")
                .method(call.method(), call.body().publisher());
        if (!call.body().type().isEmpty()) {
            request.header("Content-Type", call.body().type());
        }
        addAll(request, call.headers(), new Trouble.Refused(""));
        addAll(request, signed.headers(), new Trouble.Unauthorized(""));
        return request.build();
    }

    private static void addAll(HttpRequest.Builder request, List<String> headers, Trouble unfit)
            throws RemoteException {
        for (int i = 0; i < headers.size(); i += 2) {
            if (!headers.get(i + 1).chars().allMatch(unit -> unit >= ' ' && unit <= '~')) {
                throw new RemoteException(unfit);
            }
            request.header(headers.get(i), headers.get(i + 1));
        }
    }
}
