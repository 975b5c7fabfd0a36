package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Statuses;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What Hookpulse says of a call apart from what was asked for. The status alone says nothing: 200 with {@code "success": false} happens.
 *
 * @param success empty where it is not said
 * @param meaning of the text of the error, if it is a documented one
 * @param told the text of the error, fit to be shown; may be empty
 * @param uuid after creating, of the secret that has the name already; after deleting, of the one that was named
 */
record Answer(int status, Optional<Boolean> success, Optional<Told> meaning, String told, Optional<String> uuid) {
    /**
     * Reads an answer whose only content is how it went.
     *
     * @param clean makes texts fit to be shown
     * @throws RemoteException {@code ProtocolError} if a successful status comes with something else than JSON
     */
    static Answer of(Reply reply, UnaryOperator<String> clean) throws RemoteException {
        Walk walk = new Walk(clean);
        try {
            Json json = reply.json();
            json.object(name -> {
                if (!walk.read(name, json)) {
                    json.skip();
                }
            });
            json.end();
        } catch (RemoteException e) {
            if (reply.isSuccess()) {
                throw e;
            }
        }
        return walk.answer(reply.status());
    }

    /**
     * The status that an answer stands for: an error inside an answer of a good status makes it 400, or what the text means; so does a failed
     * deletion, which is answered by the id alone.
     */
    static int status(Reply reply) {
        int own = reply.status();
        if (own < 200 || own / 100 == 3 || own >= 500) {
            return own;
        }
        try {
            Answer answer = of(reply, told -> told);
            boolean silent = answer.isVague() && answer.uuid().isEmpty();
            int refused = own / 100 == 2 ? 400 : own;
            return answer.isSuccess() || silent
                    ? own
                    : answer.meaning().map(known -> known.status(refused)).orElse(refused);
        } catch (RemoteException e) {
            return own;
        }
    }

    /** Collects the fields of an answer as they come. */
    static final class Walk {
        private Optional<Boolean> success = Optional.empty();
        private Optional<String> uuid = Optional.empty();
        private String text = "";
        private final UnaryOperator<String> clean;

        Walk(UnaryOperator<String> clean) {
            this.clean = clean;
        }

        /** Reads a field if it says how the call went; otherwise it is still to be read or skipped. */
        boolean read(String name, Json json) throws RemoteException {
            switch (name) {
                case "success" -> success = json.atFlag() ? Optional.of(json.flag()) : skipped(json);
                case "error", "message", "detail" -> tell(json);
                case "secret_uuid" -> uuid = json.atText() ? Optional.of(json.text()) : skipped(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static <T> Optional<T> skipped(Json json) throws RemoteException {
            json.skip();
            return Optional.empty();
        }

        private void tell(Json json) throws RemoteException {
            if (!json.atText()) {
                json.skip();
                return;
            }
            String found = json.text().strip();
            text = text.isEmpty() ? found : text;
        }

        Answer answer(int status) {
            return new Answer(status, success, Told.meaning(text), clean.apply(text), uuid.filter(id -> !id.isEmpty()));
        }
    }

    boolean isSuccess() {
        return status / 100 == 2 && success.orElse(false);
    }

    /** A good status that comes neither with a word of success nor with one of an error. */
    boolean isVague() {
        return status / 100 == 2 && success.isEmpty() && meaning.isEmpty() && told.isEmpty();
    }

    /** The trouble that an answer to anything but creating stands for. */
    Trouble trouble() {
        return meaning.map(known -> known.trouble(this)).orElseGet(this::byStatus);
    }

    /** The trouble that an answer to creating stands for: there, an id is that of a secret of the same name. */
    Trouble creating() {
        boolean named = uuid.isPresent() && (status == 400 || status / 100 == 2);
        boolean duplicate = meaning.filter(Told.DUPLICATE::equals).isPresent();
        return named || duplicate || status == 409 ? new Trouble.AlreadyExists(uuid) : trouble();
    }

    /** A good status with the id alone is how a failed deletion is documented; one with nothing at all is not documented anywhere. */
    private Trouble byStatus() {
        if (status / 100 != 2) {
            return Statuses.trouble(status, told).trouble();
        }
        return isVague() && uuid.isEmpty()
                ? new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED)
                : new Trouble.Refused(told);
    }
}
