package dev.lockstep.remote.mixpeek;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What Mixpeek answers when it did what was asked. */
final class MixpeekAnswer {
    private final Json json;
    private boolean listed;
    private long seen;
    private OptionalLong counted = OptionalLong.empty();
    private Optional<String> name = Optional.empty();

    private MixpeekAnswer(Json json) {
        this.json = json;
    }

    /**
     * Reads <code>{"secrets": [name, ...], "count": n}</code>.
     *
     * @throws RemoteException {@code UNEXPECTED} if fewer are there than were counted: pages are not documented, and a list that is not complete
     *     must not be taken for one that is
     */
    static void list(Json json, Consumer<String> each) throws RemoteException {
        MixpeekAnswer answer = new MixpeekAnswer(json);
        json.object(field -> answer.listField(field, each));
        json.end();
        if (!answer.listed || answer.counted.orElse(0) > answer.seen) {
            throw Json.unexpected();
        }
    }

    private void listField(String field, Consumer<String> each) throws RemoteException {
        switch (field) {
            case "secrets" -> {
                listed = true;
                json.array(() -> {
                    each.accept(json.text());
                    seen++;
                });
            }
            case "count" -> counted = json.optionalNumber();
            default -> json.skip();
        }
    }

    /**
     * Reads <code>{"secret_name": name, "created": true}</code> and its like.
     *
     * @return the name
     * @throws RemoteException {@code OutcomeUnknown} if it is something else: something was sent, and this does not tell what became of it
     */
    static String written(Reply reply) throws RemoteException {
        try {
            MixpeekAnswer answer = new MixpeekAnswer(reply.json());
            answer.json.object(answer::writtenField);
            answer.json.end();
            return answer.name.orElseThrow(Json::unexpected);
        } catch (RemoteException e) {
            throw new RemoteException(new Trouble.OutcomeUnknown());
        }
    }

    private void writtenField(String field) throws RemoteException {
        if (field.equals("secret_name")) {
            name = Optional.of(json.text());
        } else {
            json.skip();
        }
    }
}
