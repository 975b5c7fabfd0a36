package dev.lockstep.remote.kv;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The answer about the metadata of one secret. */
final class KvMetadata {
    private final Map<Long, KvVersion> versions = new HashMap<>();
    private OptionalLong current = OptionalLong.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private Map<String, String> custom = Map.of();

    private KvMetadata() {}

    /** Reads an answer of status 200. */
    static KvMetadata of(Reply reply) throws RemoteException {
        KvMetadata metadata = new KvMetadata();
        Json json = reply.json();
        json.object(field -> {
            if (field.equals("data")) {
                json.object(inner -> metadata.read(json, inner));
            } else {
                json.skip();
            }
        });
        json.end();
        metadata.version();
        return metadata;
    }

    private void read(Json json, String field) throws RemoteException {
        switch (field) {
            case "current_version" -> current = OptionalLong.of(json.number());
            case "created_time" -> created = KvVersion.time(json);
            case "updated_time" -> updated = KvVersion.time(json);
            case "custom_metadata" -> custom = KvVersion.custom(json);
            case "versions" -> json.object(number -> version(json, number));
            default -> json.skip();
        }
    }

    private void version(Json json, String number) throws RemoteException {
        if (!number.matches("\\d{1,18}")) {
            throw Json.unexpected();
        }
        KvVersion version = new KvVersion();
        json.object(field -> version.read(json, field));
        versions.put(Long.parseLong(number), version);
    }

    /** The newest one, 0 if no value was ever written. */
    long version() throws RemoteException {
        return current.orElseThrow(Json::unexpected);
    }

    Map<String, String> custom() {
        return custom;
    }

    /** Whether the newest version has no value any more. */
    boolean isDeleted(Instant now) throws RemoteException {
        KvVersion newest = versions.get(version());
        return newest != null && newest.isGone(now);
    }

    RemoteSecret secret(String name, Instant now) throws RemoteException {
        KvVersion newest = versions.get(version());
        Optional<Instant> modified = newest == null ? updated : newest.created().or(() -> updated);
        return new RemoteSecret(
                Optional.of(name),
                name,
                Optional.ofNullable(custom.get(KvDescription.KEY)),
                Optional.empty(),
                new Traces(created, modified, Optional.empty(), OptionalLong.of(version()), isDeleted(now)));
    }
}
