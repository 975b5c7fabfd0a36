package dev.lockstep.remote.kv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import dev.lockstep.remote.Trouble.Cause;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Statuses;
import dev.lockstep.remote.http.VendorText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * An unsuccessful answer, and the trouble that it stands for.
 *
 * @param errors what the server says
 * @param deleted whether it told the metadata of a secret that has no value now
 * @param own whether it has a form that this kind of server answers with, unlike the page of a proxy
 * @param told what the server says, fit to be shown
 */
record KvRefusal(int status, List<String> errors, boolean deleted, boolean own, String told) {
    private static final int MOST_ERRORS = 20;

    /** Reads an answer; what is no JSON counts as one without errors. */
    static KvRefusal of(Reply reply) {
        List<String> errors = new ArrayList<>();
        boolean[] seen = new boolean[2];
        try {
            Json json = reply.json();
            json.object(field -> {
                switch (field) {
                    case "errors" -> {
                        seen[0] = true;
                        read(json, errors);
                    }
                    case "data" -> seen[1] |= hasMetadata(json);
                    default -> json.skip();
                }
            });
            json.end();
            String told = VendorText.clean(joined(errors)).replaceAll(" +", " ");
            return new KvRefusal(reply.status(), errors, seen[1] && !seen[0], seen[0] || seen[1], told);
        } catch (RemoteException e) {
            return new KvRefusal(reply.status(), List.of(), false, false, "");
        }
    }

    /** The status that an answer to a write stands for: a server that is sealed and says so wrote nothing, unlike one that just fails. */
    static int status(Reply reply) {
        return reply.status() == 503 && of(reply).saysSealed() ? 400 : reply.status();
    }

    private static String joined(List<String> errors) {
        return String.join("; ", errors);
    }

    /** The same without its text, if that repeats what was sent. */
    KvRefusal without(SecretValue... sent) {
        boolean repeated = VendorText.cleanWithout(joined(errors), sent).isEmpty();
        return repeated ? new KvRefusal(status, errors, deleted, own, "") : this;
    }

    private static void read(Json json, List<String> errors) throws RemoteException {
        json.array(() -> {
            if (json.atText() && errors.size() < MOST_ERRORS) {
                errors.add(json.text());
            } else {
                json.skip();
            }
        });
    }

    private static boolean hasMetadata(Json json) throws RemoteException {
        if (!json.atObject()) {
            json.skip();
            return false;
        }
        boolean[] found = new boolean[1];
        json.object(field -> {
            found[0] |= field.equals("metadata") && json.atObject();
            json.skip();
        });
        return found[0];
    }

    /** The version of a secret that has no value now; empty if the answer is about something else. */
    static OptionalLong deletedVersion(Reply reply) throws RemoteException {
        if (!of(reply).deleted()) {
            return OptionalLong.empty();
        }
        KvVersion version = new KvVersion();
        Json json = reply.json();
        json.object(field -> {
            if (field.equals("data")) {
                json.object(part -> metadata(json, part, version));
            } else {
                json.skip();
            }
        });
        return OptionalLong.of(version.number());
    }

    private static void metadata(Json json, String part, KvVersion version) throws RemoteException {
        if (part.equals("metadata")) {
            json.object(field -> version.read(json, field));
        } else {
            json.skip();
        }
    }

    /** Whether the answer says that nothing is there, which for a folder is the same as empty. */
    boolean isAbsent() {
        return status == 404 && own && !deleted && errors.isEmpty();
    }

    /** Whether the answer says that the token is not one, and not only that something is not allowed. */
    boolean saysBadToken() {
        return says("invalid token") || says("bad token") || says("missing client token");
    }

    boolean saysSealed() {
        return says("sealed");
    }

    private boolean says(String words) {
        return errors.stream().anyMatch(error -> error.toLowerCase(Locale.ROOT).contains(words));
    }

    RemoteException trouble() {
        return switch (status) {
            case 400 ->
                new RemoteException(
                        says("did not match the current version")
                                ? new Trouble.ChangedMeanwhile()
                                : new Trouble.Refused(told));
            case 404 -> new RemoteException(missing());
            case 412, 429, 472, 473, 501 -> new RemoteException(new Trouble.Unavailable(Cause.SERVER_ERROR));
            case 503 -> new RemoteException(new Trouble.Unavailable(saysSealed() ? Cause.SEALED : Cause.SERVER_ERROR));
            default -> Statuses.trouble(status, told);
        };
    }

    /** A page of a proxy says nothing about secrets, and a route that is missing is no secret that is missing. */
    private Trouble missing() {
        if (!own) {
            return new Trouble.ProtocolError(Breach.NOT_JSON);
        }
        return errors.isEmpty() ? new Trouble.NotFound(deleted) : new Trouble.Refused(told);
    }
}
