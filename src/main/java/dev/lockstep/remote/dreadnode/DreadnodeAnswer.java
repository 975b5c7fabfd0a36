package dev.lockstep.remote.dreadnode;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.VendorText;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What Dreadnode answers when it did what was asked. */
final class DreadnodeAnswer {
    private final Json json;
    private boolean listed;
    private long seen;
    private OptionalLong total = OptionalLong.empty();

    private DreadnodeAnswer(Json json) {
        this.json = json;
    }

    /**
     * Reads <code>{"secrets": [{...}, ...], "total": n}</code>.
     *
     * @throws RemoteException {@code UNEXPECTED} if fewer are there than the total: pages are not documented, and a list that is not complete
     *     must not be taken for one that is
     */
    static void list(Json json, Consumer<RemoteSecret> each) throws RemoteException {
        DreadnodeAnswer answer = new DreadnodeAnswer(json);
        json.object(field -> answer.listField(field, each));
        json.end();
        if (!answer.listed || answer.total.orElse(0) > answer.seen) {
            throw Json.unexpected();
        }
    }

    private void listField(String field, Consumer<RemoteSecret> each) throws RemoteException {
        switch (field) {
            case "secrets" -> {
                listed = true;
                json.array(() -> {
                    each.accept(DreadnodeSecret.read(json));
                    seen++;
                });
            }
            case "total" -> total = json.optionalNumber();
            default -> json.skip();
        }
    }

    /**
     * Reads the secret that was written. A mask that shows the whole value, as it may of a short one, is left out.
     *
     * @throws RemoteException {@code OutcomeUnknown} if it is something else: something was sent, and this does not tell what became of it
     */
    static RemoteSecret written(Reply reply, SecretValue value) throws RemoteException {
        try {
            Json json = reply.json();
            RemoteSecret secret = DreadnodeSecret.read(json);
            json.end();
            return without(secret, value);
        } catch (RemoteException e) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
    }

    private static RemoteSecret without(RemoteSecret secret, SecretValue value) {
        RemoteSecret.Traces traces = secret.traces();
        Optional<String> mask = traces.mask()
                .filter(text -> !VendorText.cleanWithout(text, value).isEmpty());
        return new RemoteSecret(
                secret.id(),
                secret.name(),
                secret.description(),
                secret.provider(),
                new RemoteSecret.Traces(traces.created(), traces.modified(), mask, traces.version(), traces.deleted()));
    }

    /**
     * Makes sure that an answer to deleting has no body, or any in JSON.
     *
     * @throws RemoteException {@code OutcomeUnknown} if it has another, as the page of a network that wants a sign-in
     */
    static void deleted(Reply reply) throws RemoteException {
        if (reply.isEmpty()) {
            return;
        }
        try {
            Json json = reply.json();
            json.skip();
            json.end();
        } catch (RemoteException e) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
    }
}
