package dev.lockstep.remote.http;

import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says why a try brought no answer that could be read. It has no cause and its message no data. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Trouble trouble;
    private final boolean sent;
    private final boolean passing;

    private Unanswered(Trouble trouble, boolean sent, boolean passing) {
        super(trouble.getClass().getSimpleName());
        this.trouble = trouble;
        this.sent = sent;
        this.passing = passing;
    }

    /** What it is called where nothing can have been written. */
    Trouble trouble() {
        return trouble;
    }

    /** Whether the whole request may have arrived. */
    boolean sent() {
        return sent;
    }

    /** Whether the next try may go better. */
    boolean passing() {
        return passing;
    }

    /** The calling thread was interrupted while it waited. */
    static Unanswered interrupted() {
        return new Unanswered(new Trouble.Cancelled(), true, false);
    }

    static Unanswered timedOut() {
        return new Unanswered(new Trouble.Unavailable(Cause.TIMED_OUT), true, true);
    }

    /**
     * What a failure of the library means, by the innermost of its causes that tells.
     *
     * @param sent whether the request was on its way, where the failure itself does not tell
     */
    static Unanswered by(@Nullable Throwable failure, boolean sent) {
        Unanswered told = new Unanswered(new Trouble.Unavailable(Cause.NO_CONNECTION), sent, true);
        for (Throwable at = failure; at != null; at = at.getCause()) {
            told = plainly(at, sent).orElse(told);
        }
        return told;
    }

    private static Optional<Unanswered> plainly(Throwable failure, boolean sent) {
        return Optional.ofNullable(
                switch (failure) {
                    case UnknownHostException host -> unreached(Cause.NO_SUCH_HOST, false);
                    case UnresolvedAddressException host -> unreached(Cause.NO_SUCH_HOST, false);
                    case HttpConnectTimeoutException slow -> unreached(Cause.NO_CONNECTION, true);
                    case ConnectException refused -> unreached(Cause.NO_CONNECTION, true);
                    case SSLHandshakeException untrusted -> unreached(Cause.NOT_TRUSTED, false);
                    case SSLException broken -> new Unanswered(new Trouble.Unavailable(Cause.NOT_TRUSTED), sent, false);
                    case HttpTimeoutException slow -> timedOut();
                    case BoundedBody.TooLargeException large -> unreadable(Breach.TOO_LARGE);
                    case ProtocolException other -> unreadable(Breach.NOT_HTTP);
                    default -> null;
                });
    }

    private static Unanswered unreached(Cause cause, boolean passing) {
        return new Unanswered(new Trouble.Unavailable(cause), false, passing);
    }

    private static Unanswered unreadable(Breach breach) {
        return new Unanswered(new Trouble.ProtocolError(breach), true, false);
    }
}
