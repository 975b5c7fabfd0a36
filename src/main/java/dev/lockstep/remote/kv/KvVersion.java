package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server tells of one version of a secret, collected field by field. */
final class KvVersion {
    private OptionalLong number = OptionalLong.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> deletion = Optional.empty();
    private boolean destroyed;
    private Map<String, String> custom = Map.of();

    /** Reads the answer to a write. */
    static KvVersion written(Reply reply) throws RemoteException {
        KvVersion version = new KvVersion();
        Json json = reply.json();
        json.object(field -> {
            if (field.equals("data")) {
                json.object(inner -> version.read(json, inner));
            } else {
                json.skip();
            }
        });
        json.end();
        version.number();
        return version;
    }

    void read(Json json, String field) throws RemoteException {
        switch (field) {
            case "version" -> number = OptionalLong.of(json.number());
            case "created_time" -> created = time(json);
            case "deletion_time" -> deletion = time(json);
            case "destroyed" -> destroyed = json.flag();
            case "custom_metadata" -> custom = custom(json);
            default -> json.skip();
        }
    }

    /** A time of RFC 3339; the empty text, which stands for none, is empty. */
    static Optional<Instant> time(Json json) throws RemoteException {
        String text = json.optionalText().orElse("");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw Json.unexpected();
        }
    }

    static Map<String, String> custom(Json json) throws RemoteException {
        Map<String, String> found = new LinkedHashMap<>();
        if (!json.atObject()) {
            json.skip();
            return found;
        }
        json.object(field -> found.put(field, json.text()));
        return found;
    }

    /** Counted from 1. */
    long number() throws RemoteException {
        return number.orElseThrow(Json::unexpected);
    }

    Optional<Instant> created() {
        return created;
    }

    /** Whether it has no value any more; a deletion may lie in the future. */
    boolean isGone(Instant now) {
        return destroyed || (deletion.isPresent() && !deletion.get().isAfter(now));
    }

    Map<String, String> custom() {
        return custom;
    }
}
