package dev.lockstep.remote.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of an answer up to a limit, and gives up the connection beyond it. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    /** Says that an answer is larger than any that an API gives. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final int most;
    private final WipedOutput out = new WipedOutput();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int most) {
        this.most = most;
    }

    /** Refuses an answer that is said to be too large before a byte of it is read. */
    static HttpResponse.BodyHandler<byte[]> handler(int most) {
        return info -> {
            BoundedBody body = new BoundedBody(most);
            if (info.headers()
                    .firstValue("content-length")
                    .filter(text -> exceeds(text, most))
                    .isPresent()) {
                body.refuse();
            }
            return body;
        };
    }

    private static boolean exceeds(String length, int most) {
        return !length.matches("\\d{1,9}") || Integer.parseInt(length) > most;
    }

    private void refuse() {
        out.close();
        whole.completeExceptionally(new TooLargeException());
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        if (whole.isDone()) {
            begun.cancel();
        } else {
            begun.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (whole.isDone()) {
                return;
            }
            if (out.size() + buffer.remaining() > most) {
                refuse();
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            out.writeBytes(chunk);
            Arrays.fill(chunk, (byte) 0);
        }
    }

    @Override
    public void onError(Throwable failure) {
        out.close();
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(out.toByteArray());
        out.close();
    }
}
