package dev.lockstep.remote.dreadnode;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Complaints;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.KeyHeader;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Statuses;
import dev.lockstep.remote.http.VendorText;
import java.util.Locale;
import java.util.Optional;

/**
 * What Dreadnode says of a call that failed: the envelope <code>{"code", "detail", "type"}</code> with a list of validation errors under a key
 * that is not documented.
 *
 * @param type of the error, for example {@code authentication_error}; empty outside the envelope
 * @param text fit to be shown
 */
record DreadnodeError(int status, String type, String text) {
    /** What was asked for when an error came. */
    enum Asked {
        LIST,
        CREATE,
        /** Something with one secret that is named in the path. */
        ONE
    }

    /** Reads what is there; an answer in another form leaves all empty. */
    static DreadnodeError read(Reply reply, KeyHeader token) {
        Reader reader = new Reader();
        try {
            Json json = reply.json();
            json.object(field -> reader.field(json, field));
        } catch (RemoteException e) {
            return new DreadnodeError(reply.status(), "", "");
        }
        return new DreadnodeError(reply.status(), reader.type, token.clean(reader.text()));
    }

    /** This without its text if that repeats the value. */
    DreadnodeError without(SecretValue value) {
        return new DreadnodeError(status, type, VendorText.cleanWithout(text, value));
    }

    RemoteException exception(Asked asked) {
        return new RemoteException(trouble(asked));
    }

    /** The table: of the numbers only 401 is stated, the others follow from titles, so the type decides where it is clear. */
    private Trouble trouble(Asked asked) {
        return switch (status) {
            case 400, 409, 422 ->
                isTaken() && asked == Asked.CREATE
                        ? new Trouble.AlreadyExists(Optional.empty())
                        : isUpgrade() ? new Trouble.UpgradeNeeded(text) : new Trouble.Refused(text);
            case 403 -> isUpgrade() ? new Trouble.UpgradeNeeded(text) : new Trouble.Forbidden(text);
            case 404, 410 -> missing(asked);
            default -> Statuses.trouble(status, text).trouble();
        };
    }

    /** A 404 that is not in the vendor's form comes from another server: the address is wrong, and nothing is known of the secret. */
    private Trouble missing(Asked asked) {
        if (type.isEmpty()) {
            return new Trouble.ProtocolError(Trouble.Breach.UNEXPECTED);
        }
        return asked == Asked.ONE ? new Trouble.NotFound(false) : new Trouble.Forbidden(text);
    }

    private boolean isTaken() {
        String told = type.toLowerCase(Locale.ROOT);
        return status == 409 || told.contains("exist") || told.contains("conflict") || told.contains("duplicate");
    }

    private boolean isUpgrade() {
        return type.toLowerCase(Locale.ROOT).contains("upgrade");
    }

    private static final class Reader {
        private final Complaints complaints = new Complaints();
        private String type = "";
        private String detail = "";

        private void field(Json json, String field) throws RemoteException {
            if (field.equals("type")) {
                type = json.optionalText().orElse("");
            } else if (field.equals("detail") && json.atText()) {
                detail = json.text();
            } else {
                complaints.read(json);
            }
        }

        private String text() {
            String found = complaints.text();
            return detail.isEmpty() ? found : found.isEmpty() ? detail : detail + ": " + found;
        }
    }
}
