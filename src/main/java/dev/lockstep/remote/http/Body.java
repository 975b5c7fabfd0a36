package dev.lockstep.remote.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of one request; closing it overwrites the bytes, unless a sender may still read them. */
public final class Body implements AutoCloseable {
    /** No body. */
    static final Body NONE = new Body("", new byte[0]);

    private final String type;
    private final byte[] bytes;
    private volatile boolean asked;
    private volatile boolean left;

    /** Takes over the array. */
    Body(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** The content type; empty without a body. */
    String type() {
        return type;
    }

    /** Lends the bytes to the sender of one try without copying them; it may ask more than once. */
    HttpRequest.BodyPublisher publisher() {
        asked = false;
        return bytes.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.fromPublisher(this::sendTo, bytes.length);
    }

    /** Whether the sender of the last try may have sent all of it. */
    boolean mayBeSent() {
        return asked || bytes.length == 0;
    }

    /**
     * Leaves the bytes to a sender that was told to stop and may not have done so yet: if they were overwritten now, zeros could arrive in place
     * of a value.
     */
    void leave() {
        left = asked;
    }

    private void sendTo(Flow.Subscriber<? super ByteBuffer> sender) {
        asked = true;
        AtomicBoolean over = new AtomicBoolean();
        sender.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                if (!over.getAndSet(true)) {
                    sender.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
                    sender.onComplete();
                }
            }

            @Override
            public void cancel() {
                over.set(true);
            }
        });
    }

    @Override
    public void close() {
        if (!left) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "[body]";
    }
}
