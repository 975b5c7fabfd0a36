package dev.lockstep.remote.hooklistener;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import dev.lockstep.remote.http.Statuses;
import dev.lockstep.remote.http.VendorText;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What Hooklistener says when it does not do what it was asked for. The bodies are not documented: an {@code error}, a map of {@code errors} by
 * field as its database layer makes it, and plain text are understood.
 *
 * @param taken whether it says that a name is taken
 * @param plan whether it speaks of what is paid for
 * @param told every text of it, joined and fit to be shown; may be empty
 */
record Complaint(int status, boolean taken, boolean plan, String told) {
    private static final Set<String> TELLING = Set.of("error", "errors", "message", "detail", "details");
    private static final Pattern TAKEN = Pattern.compile(
            "already (been )?taken|already exists|already in use|must be unique|not unique|duplicate",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAN =
            Pattern.compile("\\b(plans?|upgrade|subscription)\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Reads an answer that is no success.
     *
     * @param clean makes texts fit to be shown
     */
    static Complaint of(Reply reply, UnaryOperator<String> clean) {
        StringBuilder texts = new StringBuilder(reply.plainText());
        try {
            Json json = reply.json();
            if (json.atObject()) {
                json.object(name -> collect(json, TELLING.contains(name), "", texts));
            } else {
                collect(json, true, "", texts);
            }
        } catch (RemoteException e) {
            // the status says enough, and what was read so far may be shown
        }
        String text = texts.toString();
        return new Complaint(
                reply.status(), TAKEN.matcher(text).find(), PLAN.matcher(text).find(), clean.apply(text));
    }

    /** Walks over whatever comes next; a text inside an object is told with the name of its field. */
    private static void collect(Json json, boolean telling, String field, StringBuilder texts) throws RemoteException {
        if (!telling || texts.length() > VendorText.MOST) {
            json.skip();
        } else if (json.atText()) {
            texts.append(texts.isEmpty() ? "" : "; ").append(field).append(json.text());
        } else if (json.atArray()) {
            json.array(() -> collect(json, true, field, texts));
        } else if (json.atObject()) {
            json.object(name -> collect(json, true, TELLING.contains(name) ? "" : name + " ", texts));
        } else {
            json.skip();
        }
    }

    /** The trouble that it stands for, whatever was asked for. */
    Trouble trouble() {
        return status == 403 && plan
                ? new Trouble.UpgradeNeeded(told)
                : Statuses.trouble(status, told).trouble();
    }

    /** The trouble that it stands for where a name was asked for, which is unique in an organization. */
    Trouble naming() {
        boolean names = status == 409 || (taken && (status == 400 || status == 422));
        return names ? new Trouble.AlreadyExists(Optional.empty()) : trouble();
    }
}
