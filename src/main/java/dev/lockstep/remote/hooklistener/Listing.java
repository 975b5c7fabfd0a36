package dev.lockstep.remote.hooklistener;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.PageHints;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the list, which is in one answer: an array, or one inside {@code data} or {@code secrets}. */
final class Listing {
    private static final Set<String> LISTS = Set.of("data", "secrets");
    private static final Set<String> ASIDE = Set.of("pagination", "paging", "page", "page_info", "meta", "links");

    private final Json json;
    private final Consumer<RemoteSecret> each;
    private final PageHints hints = new PageHints();
    private boolean found;

    private Listing(Json json, Consumer<RemoteSecret> each) {
        this.json = json;
        this.each = each;
    }

    /**
     * Hands over the secrets as they are read.
     *
     * @throws RemoteException {@code ProtocolError UNEXPECTED} if there is no list, or if it is said to have more pages than the documents
     *     know of: a part that passes for the whole would make secrets look deleted
     */
    static void read(Json json, Consumer<RemoteSecret> each) throws RemoteException {
        Listing listing = new Listing(json, each);
        if (json.atArray()) {
            listing.secrets();
        } else {
            json.object(listing::field);
        }
        json.end();
        if (!listing.found || listing.hints.after(1).orElse(false)) {
            throw Json.unexpected();
        }
    }

    private void field(String name) throws RemoteException {
        if (LISTS.contains(name) && json.atArray()) {
            secrets();
        } else if ((LISTS.contains(name) || ASIDE.contains(name)) && json.atObject()) {
            json.object(this::field);
        } else if (!hints.read(name, json)) {
            json.skip();
        }
    }

    private void secrets() throws RemoteException {
        found = true;
        json.array(() -> each.accept(Shown.secret(json)));
    }
}
