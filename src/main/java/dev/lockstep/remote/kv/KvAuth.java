package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.ApiClient;
import dev.lockstep.remote.http.Body;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Credentials;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.Origin;
import dev.lockstep.remote.http.Pace;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Transport;
import java.util.Optional;

/** The calls about tokens and about the server itself; none of them waits for a {@link KvSession}. */
final class KvAuth {
    private final Transport transport;
    private final Origin origin;
    private final Optional<String> namespace;
    private final Pace pace;
    private final ApiClient open;

    KvAuth(Transport transport, Origin origin, Optional<String> namespace, Pace pace) {
        this.transport = transport;
        this.origin = origin;
        this.namespace = namespace;
        this.pace = pace;
        open = new ApiClient(transport, origin, Credentials.NONE, pace);
    }

    /** The headers of every call that need no credentials: the one against forged requests, and the namespace. */
    Call marked(Call call) {
        namespace.ifPresent(name -> call.header("X-Vault-Namespace", name));
        return call.header("X-Vault-Request", "true");
    }

    /**
     * Logs in.
     *
     * @throws RemoteException {@code Unauthorized} if role and secret are not accepted
     */
    KvToken logIn(KvRole role) throws RemoteException {
        Call call = marked(Call.of("POST", Effect.ONCE, "/v1/auth/approle/login"))
                .judgedBy(KvRefusal::status)
                .body(body(role));
        try (Reply reply = open.send(call)) {
            if (reply.isSuccess()) {
                return accepted(KvToken.granted(reply));
            }
            KvRefusal refusal = KvRefusal.of(reply)
                    .without(role.roleId())
                    .without(role.secretId().stream().toArray(SecretValue[]::new));
            throw reply.status() < 500
                    ? new RemoteException(new Trouble.Unauthorized(refusal.told()))
                    : refusal.trouble();
        } catch (RemoteException e) {
            throw nothingWritten(e);
        }
    }

    private static KvToken accepted(KvToken granted) throws RemoteException {
        try {
            SecretValue token = granted.peek();
            KvLogin.requireHeader(token);
            return granted;
        } catch (RemoteException e) {
            granted.close();
            throw new RemoteException(new Trouble.ProtocolError(Breach.UNEXPECTED));
        }
    }

    private static Body body(KvRole role) throws RemoteException {
        try (JsonBody body = new JsonBody()) {
            body.secret("role_id", role.roleId());
            if (role.secretId().isPresent()) {
                body.secret("secret_id", role.secretId().get());
            }
            return body.body();
        }
    }

    /** A login without an answer wrote nothing that anybody asked for. */
    private static RemoteException nothingWritten(RemoteException e) {
        if (!(e.trouble() instanceof Trouble.OutcomeUnknown)) {
            return e;
        }
        return new RemoteException(
                Thread.currentThread().isInterrupted()
                        ? new Trouble.Cancelled()
                        : new Trouble.Unavailable(Cause.SERVER_ERROR));
    }

    /** Renews a token; its answer does not hold it. */
    KvToken renew(SecretValue token) throws RemoteException {
        Call call = marked(Call.of("POST", Effect.REPEATABLE, "/v1/auth/token/renew-self"))
                .body(new JsonBody().body());
        try (Reply reply = with(token).send(call)) {
            if (!reply.isSuccess()) {
                throw KvRefusal.of(reply).without(token).trouble();
            }
            return KvToken.granted(reply);
        } catch (RemoteException e) {
            throw nothingWritten(e);
        }
    }

    /** What the server tells of a token; empty if it does not accept it. */
    Optional<KvToken> look(SecretValue token) throws RemoteException {
        try (Reply reply = with(token).send(marked(Call.get("/v1/auth/token/lookup-self")))) {
            if (reply.status() == 403 || reply.status() == 401) {
                return Optional.empty();
            }
            if (!reply.isSuccess()) {
                throw KvRefusal.of(reply).without(token).trouble();
            }
            return Optional.of(KvToken.looked(reply));
        }
    }

    /** Makes a token invalid if that can be done soon: one that is left ends by itself, only later. */
    void revoke(SecretValue token) {
        try {
            with(token, pace.brief())
                    .send(marked(Call.of("POST", Effect.ONCE, "/v1/auth/token/revoke-self")))
                    .close();
        } catch (RemoteException e) {
            // whoever closes a remote is done with it, and has nobody to tell
        }
    }

    private ApiClient with(SecretValue token) {
        return with(token, pace);
    }

    private ApiClient with(SecretValue token, Pace patience) {
        return new ApiClient(transport, origin, call -> KvSession.header(call, token), patience);
    }

    /**
     * Asks for the health, which needs no token and knows no namespaces.
     *
     * @return empty where something before the server keeps the answer back
     */
    Optional<KvHealth> health() throws RemoteException {
        Call call = Call.get("/v1/sys/health").header("X-Vault-Request", "true").judgedBy(KvHealth::status);
        try (Reply reply = open.send(call)) {
            return KvHealth.of(reply);
        }
    }
}
