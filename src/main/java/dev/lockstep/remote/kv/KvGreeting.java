package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Call.Effect;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.JsonBody;
import dev.lockstep.remote.http.Reply;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Asks a server who it takes us for and what is allowed. What it keeps back is not told. */
final class KvGreeting {
    /** Said where the mount is there and is not of version 2. */
    static final String OTHER_ENGINE = "This mount is not a key-value engine of version 2.";

    /** Stands for any secret where rights are asked for. */
    private static final String ANY = "lockstep";

    private final KvClient client;
    private final KvSession session;
    private final KvAuth auth;
    private final KvPlace place;

    KvGreeting(KvClient client, KvSession session, KvAuth auth, KvPlace place) {
        this.client = client;
        this.session = session;
        this.auth = auth;
        this.place = place;
    }

    Greeting greet() throws RemoteException {
        Optional<KvHealth> health = auth.health();
        if (health.isPresent()) {
            health.get().require();
        }
        Optional<String> account = session.look();
        KvListing.keys(client, () -> place.list("").query("limit", "1"));
        requireEngine();
        return new Greeting(account.filter(name -> !name.isEmpty()), Optional.of(place.shown()), rights());
    }

    /** A mount of version 1 answers most calls, and means something else by them. */
    private void requireEngine() throws RemoteException {
        String type = "";
        String version = "";
        try (Reply reply = client.sendSurely(() -> engine())) {
            Engine found = new Engine();
            Json json = reply.json();
            json.object(field -> {
                if (field.equals("data")) {
                    json.object(part -> found.read(json, part));
                } else {
                    json.skip();
                }
            });
            type = found.type;
            version = found.version;
        } catch (RemoteException e) {
            if (!isKeptBack(e)) {
                throw e;
            }
            return;
        }
        if (!type.isEmpty() && !(type.equals("kv") && version.equals("2"))) {
            throw new RemoteException(new Trouble.Refused(OTHER_ENGINE));
        }
    }

    private Call engine() {
        Call call = Call.get("/v1/sys/internal/ui/mounts");
        place.mount().forEach(call::segment);
        return call;
    }

    private static final class Engine {
        private String type = "";
        private String version = "";

        private void read(Json json, String part) throws RemoteException {
            if (part.equals("type")) {
                type = json.optionalText().orElse("");
            } else if (part.equals("options") && json.atObject()) {
                json.object(option -> {
                    if (option.equals("version") && json.atText()) {
                        version = json.text();
                    } else {
                        json.skip();
                    }
                });
            } else {
                json.skip();
            }
        }
    }

    /** Whether a question about rights or mounts was refused, which says nothing about the secrets that were just listed. */
    private static boolean isKeptBack(RemoteException e) {
        return e.trouble() instanceof Trouble.Forbidden
                || e.trouble() instanceof Trouble.Unauthorized
                || e.trouble() instanceof Trouble.NotFound
                || e.trouble() instanceof Trouble.Refused;
    }

    private Rights rights() throws RemoteException {
        String path = place.policyPath("data", ANY);
        Set<String> allowed = new HashSet<>();
        try (Reply reply = client.sendSurely(() -> question(path))) {
            Json json = reply.json();
            json.object(field -> {
                if (field.equals("data") && json.atObject()) {
                    json.object(asked -> collect(json, asked.equals(path), allowed));
                } else {
                    json.skip();
                }
            });
        } catch (RemoteException e) {
            if (!isKeptBack(e)) {
                throw e;
            }
        }
        if (allowed.isEmpty()) {
            return Rights.READS;
        }
        if (allowed.contains("root") || (allowed.contains("create") && allowed.contains("update"))) {
            return Rights.READS_AND_WRITES;
        }
        return allowed.contains("create") || allowed.contains("update") ? Rights.READS : Rights.READS_ONLY;
    }

    private static Call question(String path) {
        return Call.of("POST", Effect.READ, "/v1/sys/capabilities-self")
                .body(new JsonBody().texts("paths", path).body());
    }

    private static void collect(Json json, boolean wanted, Set<String> allowed) throws RemoteException {
        if (wanted) {
            json.array(() -> allowed.add(json.text()));
        } else {
            json.skip();
        }
    }
}
