package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks through all folders of a place. Every page is asked for with a limit, which OpenBao keeps to and HashiCorp Vault does not know: a page
 * of exactly that many keys may be one of several or everything, and the next one tells: a server without pages begins again. Folders, keys and depth are bounded, and whatever goes
 * beyond is no listing.
 */
final class KvListing {
    /** The most keys of one page. */
    static final int PAGE = 1000;

    /** The most levels of folders. */
    static final int DEEPEST = 32;

    /** The most keys in all, folders included. */
    static final int MOST = 200_000;

    private final KvClient client;
    private final KvPlace place;
    private final Consumer<RemoteSecret> each;
    private final Deque<String> folders = new ArrayDeque<>();
    private int seen;

    KvListing(KvClient client, KvPlace place, Consumer<RemoteSecret> each) {
        this.client = client;
        this.place = place;
        this.each = each;
    }

    void run() throws RemoteException {
        folders.push("");
        while (!folders.isEmpty()) {
            folder(folders.pop());
        }
    }

    private void folder(String folder) throws RemoteException {
        List<String> first = page(folder, "");
        hand(folder, first);
        List<String> last = first;
        while (last.size() == PAGE) {
            List<String> next = page(folder, last.getLast());
            Set<String> known = new HashSet<>(first);
            known.addAll(last);
            hand(folder, next.stream().filter(key -> !known.contains(key)).toList());
            if (next.contains(first.getFirst())) {
                return;
            }
            last = next;
        }
    }

    private void hand(String folder, List<String> keys) throws RemoteException {
        seen += keys.size();
        if (seen > MOST) {
            throw Json.unexpected();
        }
        for (String key : keys) {
            boolean inner = key.endsWith("/");
            require(inner ? key.substring(0, key.length() - 1) : key);
            String path = folder + key;
            if (!inner) {
                each.accept(RemoteSecret.named(path));
            } else if (path.chars().filter(unit -> unit == '/').count() <= DEEPEST) {
                folders.push(path);
            } else {
                throw Json.unexpected();
            }
        }
    }

    /** A key that leads to another folder than its own is not one that a server gives. */
    private static void require(String key) throws RemoteException {
        try {
            if (KvPlace.segments(key).size() != 1) {
                throw Json.unexpected();
            }
        } catch (RemoteException e) {
            throw Json.unexpected();
        }
    }

    private List<String> page(String folder, String after) throws RemoteException {
        return keys(client, () -> call(folder, after));
    }

    /** The keys of one answer; none if nothing is there. */
    static List<String> keys(KvClient client, KvClient.Request request) throws RemoteException {
        try (Reply reply = client.send(request)) {
            if (reply.isSuccess()) {
                return keys(reply);
            }
            KvRefusal refusal = client.refusal(reply);
            if (refusal.isAbsent()) {
                return List.of();
            }
            throw refusal.deleted() ? Json.unexpected() : refusal.trouble();
        }
    }

    private Call call(String folder, String after) throws RemoteException {
        Call call = place.list(folder).query("limit", Integer.toString(PAGE));
        return after.isEmpty() ? call : call.query("after", after);
    }

    private static List<String> keys(Reply reply) throws RemoteException {
        List<String> keys = new ArrayList<>();
        boolean[] told = new boolean[1];
        Json json = reply.json();
        json.object(field -> {
            if (!field.equals("data")) {
                json.skip();
                return;
            }
            json.object(part -> {
                if (part.equals("keys")) {
                    told[0] = true;
                    json.array(() -> keys.add(json.text()));
                } else {
                    json.skip();
                }
            });
        });
        json.end();
        if (!told[0]) {
            throw Json.unexpected();
        }
        return keys;
    }
}
