package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Reply;
import java.util.Optional;

/** Makes the calls that need a token, and those with another token again where the first was refused. */
final class KvClient {
    private final ApiClient client;
    private final KvSession session;
    private final KvAuth auth;

    KvClient(ApiClient client, KvSession session, KvAuth auth) {
        this.client = client;
        this.session = session;
        this.auth = auth;
    }

    /** Writes one call, again for each time that it is sent. */
    @FunctionalInterface
    interface Request {
        Call call() throws RemoteException;
    }

    /**
     * Makes a call.
     *
     * @return an answer of 200 to 299, 404 or an expected 503, to be closed by the caller
     */
    Reply send(Request request) throws RemoteException {
        int generation = session.generation();
        Reply reply = sent(request);
        if (reply.status() != 403) {
            return accepted(reply);
        }
        KvRefusal refusal = refusal(reply);
        return switch (session.refused(generation, refusal.saysBadToken())) {
            case FORBIDDEN -> throw refusal.trouble();
            case UNAUTHORIZED -> throw new RemoteException(new Trouble.Unauthorized(refusal.told()));
            case TRY_AGAIN -> accepted(sent(request));
        };
    }

    /** As {@link #send}, where nothing but success is of use. */
    Reply sendSurely(Request request) throws RemoteException {
        Reply reply = send(request);
        if (reply.isSuccess()) {
            return reply;
        }
        throw refusal(reply).trouble();
    }

    private static Reply accepted(Reply reply) throws RemoteException {
        if (reply.isSuccess() || reply.status() == 404 || reply.status() == 503) {
            return reply;
        }
        throw refusal(reply).trouble();
    }

    private static KvRefusal refusal(Reply reply) {
        try (reply) {
            return KvRefusal.of(reply);
        }
    }

    private Reply sent(Request request) throws RemoteException {
        try {
            return client.send(auth.marked(request.call()));
        } catch (RemoteException e) {
            boolean failed = e.trouble() instanceof Trouble.Unavailable gone && gone.cause() == Cause.SERVER_ERROR;
            throw failed && isSealed() ? new RemoteException(new Trouble.Unavailable(Cause.SEALED)) : e;
        }
    }

    /** A server that does not even tell its health is not known to be sealed. */
    private boolean isSealed() {
        try {
            return auth.health().equals(Optional.of(KvHealth.SEALED));
        } catch (RemoteException e) {
            return false;
        }
    }
}
