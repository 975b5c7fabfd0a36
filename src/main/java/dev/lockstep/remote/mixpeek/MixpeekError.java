package dev.lockstep.remote.mixpeek;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Complaints;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.VendorText;

/**
 * What Mixpeek says of a call that failed, in any of its forms: the envelope <code>{"status", "error": {"message", "type", "code",
 * "details": {"validation_errors": []}}}</code>, or <code>{"detail": []}</code>, or <code>{"detail": text}</code>.
 *
 * @param type of the error, for example {@code NotFoundError}; empty outside the envelope
 * @param code finer than the type; mostly empty
 * @param said in words, to be compared and not to be shown: it may repeat what was sent
 * @param text the same as far as it is fit to be shown
 */
record MixpeekError(int status, String type, String code, String said, String text) {
    /** Reads what is there; an answer that is none of the forms leaves all empty. */
    static MixpeekError read(Reply reply, KeyHeader token) {
        Reader reader = new Reader();
        try {
            Json json = reply.json();
            json.object(field -> reader.field(json, field));
        } catch (RemoteException e) {
            reader.forget();
        }
        String said = VendorText.clean(reader.text());
        return new MixpeekError(reply.status(), reader.type, reader.code, said, token.clean(said));
    }

    /** This without its text if that repeats the value. */
    MixpeekError without(SecretValue value) {
        return new MixpeekError(status, type, code, said, VendorText.cleanWithout(text, value));
    }

    RemoteException exception(MixpeekTroubles.Asked asked) {
        return new RemoteException(MixpeekTroubles.of(this, asked));
    }

    /** The status alone. */
    @Override
    public String toString() {
        return Integer.toString(status);
    }

    private static final class Reader {
        private Complaints complaints = new Complaints();
        private String type = "";
        private String code = "";
        private String message = "";

        private void field(Json json, String field) throws RemoteException {
            switch (field) {
                case "error" -> {
                    if (json.atObject()) {
                        json.object(inner -> error(json, inner));
                    } else {
                        json.skip();
                    }
                }
                case "detail" -> {
                    if (json.atText()) {
                        message = json.text();
                    } else {
                        complaints.read(json);
                    }
                }
                default -> json.skip();
            }
        }

        private void error(Json json, String field) throws RemoteException {
            switch (field) {
                case "message" -> message = json.optionalText().orElse("");
                case "type" -> type = json.optionalText().orElse("");
                case "code" -> code = json.optionalText().orElse("");
                case "details" -> {
                    if (json.atObject()) {
                        json.object(inner -> details(json, inner));
                    } else {
                        json.skip();
                    }
                }
                default -> json.skip();
            }
        }

        private void details(Json json, String field) throws RemoteException {
            if (field.equals("validation_errors")) {
                complaints.read(json);
            } else {
                json.skip();
            }
        }

        private String text() {
            String found = complaints.text();
            return message.isEmpty() ? found : found.isEmpty() ? message : message + ": " + found;
        }

        private void forget() {
            complaints = new Complaints();
            type = "";
            code = "";
            message = "";
        }
    }
}
