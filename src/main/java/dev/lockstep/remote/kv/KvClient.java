package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Reply;

/** Makes the calls that need a token, and those with another token again where the first was refused. */
final class KvClient {
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;

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
     * @param sent what is in its body, which no text of the server may repeat
     * @return an answer of 200 to 299 or 404, to be closed by the caller
     */
    Reply send(Request request, SecretValue... sent) throws RemoteException {
        int generation = session.generation();
        Reply reply = client.send(auth.marked(request.call()));
        if (reply.status() != FORBIDDEN) {
            return accepted(reply, sent);
        }
        KvRefusal refusal = refusal(reply, sent);
        return switch (session.refused(generation, refusal.saysBadToken())) {
            case FORBIDDEN -> throw refusal.trouble();
            case UNAUTHORIZED -> throw new RemoteException(new Trouble.Unauthorized(refusal.told()));
            case TRY_AGAIN -> accepted(client.send(auth.marked(request.call())), sent);
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

    /** Reads and closes an answer that is no success. */
    KvRefusal refusal(Reply reply, SecretValue... sent) throws RemoteException {
        try (reply) {
            return session.withheld(KvRefusal.of(reply).without(sent));
        }
    }

    private Reply accepted(Reply reply, SecretValue... sent) throws RemoteException {
        if (reply.isSuccess() || reply.status() == ABSENT) {
            return reply;
        }
        throw refusal(reply, sent).trouble();
    }
}
