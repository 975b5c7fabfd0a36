package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.util.Optional;
import java.util.Set;

/** What a server says of its health. A standby passes calls on, so it is as good as the active one. */
enum KvHealth {
    WORKS,
    SEALED,
    /** Not set up yet, a copy in another place that answers nobody, or kept back by what stands before the server. */
    IDLE;

    private static final Set<Integer> TOLD = Set.of(200, 429, 472, 473, 501, 503);

    /** What an answer about health has for its status is no failure of the call. */
    static int status(Reply reply) {
        return TOLD.contains(reply.status()) ? 200 : reply.status();
    }

    static Optional<KvHealth> of(Reply reply) throws RemoteException {
        if (!TOLD.contains(reply.status())) {
            return Optional.empty();
        }
        if (reply.status() == 501 || reply.status() == 472) {
            return Optional.of(IDLE);
        }
        try {
            return Optional.of(isSealed(reply.json()) ? SEALED : WORKS);
        } catch (RemoteException e) {
            if (reply.status() == 200) {
                throw e;
            }
            return reply.status() == 503 ? Optional.of(IDLE) : Optional.empty();
        }
    }

    private static boolean isSealed(Json json) throws RemoteException {
        boolean[] told = new boolean[1];
        json.object(field -> {
            if (field.equals("sealed")) {
                told[0] = json.flag();
            } else {
                json.skip();
            }
        });
        json.end();
        return told[0];
    }

    /** Makes sure that calls make sense. */
    void require() throws RemoteException {
        switch (this) {
            case WORKS -> {}
            case SEALED -> throw new RemoteException(new Trouble.Unavailable(Cause.SEALED));
            case IDLE -> throw new RemoteException(new Trouble.Unavailable(Cause.SERVER_ERROR));
        }
    }
}
