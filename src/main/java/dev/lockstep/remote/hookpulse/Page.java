package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.PageHints;
import dev.lockstep.remote.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One page of the list.
 *
 * @param more whether further pages follow; empty if the page does not tell
 */
record Page(List<RemoteSecret> secrets, Optional<Boolean> more) {
    /** Under one of these names is the list, or an object that has it under another one of them. */
    private static final Set<String> LISTS = Set.of(
            "data",
            "results",
            "result",
            "secrets",
            "system_secrets",
            "secret_list",
            "items",
            "records",
            "details",
            "list");

    /** Under one of these names is what is told of pages. */
    private static final Set<String> ASIDE = Set.of("pagination", "paging", "page", "page_info", "meta");

    Page {
        secrets = List.copyOf(secrets);
    }

    /** A page as it was read, or what was said instead. */
    record Read(Optional<Page> page, Answer answer) {}

    /**
     * Reads an answer of any status.
     *
     * @param number of the page, from 1
     * @param clean makes texts fit to be shown
     */
    static Read of(Reply reply, int number, UnaryOperator<String> clean) throws RemoteException {
        if (!reply.isSuccess()) {
            return new Read(Optional.empty(), Answer.of(reply, clean));
        }
        Json json = reply.json();
        Walk walk = new Walk(json, clean);
        if (json.atArray()) {
            walk.secrets();
        } else {
            json.object(walk::field);
        }
        json.end();
        Answer answer = walk.said.answer(reply.status());
        if (!answer.success().orElse(walk.found)) {
            return new Read(Optional.empty(), answer);
        }
        if (!walk.found) {
            throw Json.unexpected();
        }
        return new Read(Optional.of(new Page(walk.secrets, walk.hints.after(number))), answer);
    }

    private static final class Walk {
        private final Json json;
        private final Answer.Walk said;
        private final PageHints hints = new PageHints();
        private final List<RemoteSecret> secrets = new ArrayList<>();
        private boolean found;

        Walk(Json json, UnaryOperator<String> clean) {
            this.json = json;
            said = new Answer.Walk(clean);
        }

        void field(String name) throws RemoteException {
            if (LISTS.contains(name) && json.atArray()) {
                secrets();
            } else if ((LISTS.contains(name) || ASIDE.contains(name)) && json.atObject()) {
                json.object(this::field);
            } else if (!hints.read(name, json) && !said.read(name, json)) {
                json.skip();
            }
        }

        void secrets() throws RemoteException {
            found = true;
            json.array(() -> secrets.add(Entry.of(json)));
        }
    }
}
