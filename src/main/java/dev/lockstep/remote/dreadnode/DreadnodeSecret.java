package dev.lockstep.remote.dreadnode;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.http.Json;
import dev.lockstep.remote.http.VendorText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** One secret as Dreadnode describes it: <code>{"id", "name", "provider", "masked_value", "created_at", "updated_at"}</code>. */
final class DreadnodeSecret {
    private Optional<String> id = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<String> mask = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> modified = Optional.empty();

    private DreadnodeSecret() {}

    /** Reads the object that comes next; without id and name it is {@code UNEXPECTED}. */
    static RemoteSecret read(Json json) throws RemoteException {
        DreadnodeSecret secret = new DreadnodeSecret();
        json.object(field -> secret.field(json, field));
        String name = secret.name.orElseThrow(Json::unexpected);
        if (secret.id.isEmpty()) {
            throw Json.unexpected();
        }
        return new RemoteSecret(
                secret.id,
                name,
                Optional.empty(),
                secret.provider,
                new RemoteSecret.Traces(secret.created, secret.modified, secret.mask, OptionalLong.empty(), false));
    }

    private void field(Json json, String field) throws RemoteException {
        switch (field) {
            case "id" -> id = Optional.of(json.id());
            case "name" -> name = Optional.of(json.text());
            case "provider" -> provider = json.optionalText().filter(text -> !text.isEmpty());
            case "masked_value" ->
                mask = json.optionalText().map(VendorText::clean).filter(text -> !text.isEmpty());
            case "created_at" -> created = json.optionalText().flatMap(DreadnodeSecret::instant);
            case "updated_at" -> modified = json.optionalText().flatMap(DreadnodeSecret::instant);
            default -> json.skip();
        }
    }

    /** ISO 8601; without an offset taken as UTC, which is enough to see that a time is not the one seen before. Empty if it is no time. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from)) {
                        case OffsetDateTime time -> time.toInstant();
                        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                        default -> throw new DateTimeException("Not a time");
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
