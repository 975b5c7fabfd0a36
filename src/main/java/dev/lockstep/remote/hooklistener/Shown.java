package dev.lockstep.remote.hooklistener;

import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what is shown of one secret: an object, or one inside {@code data} or {@code secret}. */
final class Shown {
    private final Json json;
    private Optional<String> id = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private boolean deleted;

    private Shown(Json json) {
        this.json = json;
    }

    /**
     * Reads the object that comes next.
     *
     * @throws RemoteException {@code ProtocolError UNEXPECTED} if it has no id or no name
     */
    static RemoteSecret secret(Json json) throws RemoteException {
        Shown shown = new Shown(json);
        json.object(shown::field);
        if (shown.id.isEmpty() || shown.name.isEmpty()) {
            throw Json.unexpected();
        }
        Traces traces =
                new Traces(shown.created, shown.modified, Optional.empty(), OptionalLong.empty(), shown.deleted);
        return new RemoteSecret(shown.id, shown.name.get(), shown.description, Optional.empty(), traces);
    }

    private void field(String field) throws RemoteException {
        switch (field) {
            case "data", "secret" -> inside();
            case "id" -> id = Optional.of(json.id()).filter(text -> !text.isEmpty());
            case "name" -> name = json.optionalText().filter(text -> !text.isEmpty());
            case "description" -> description = json.optionalText();
            case "inserted_at", "created_at" -> created = time().or(() -> created);
            case "updated_at" -> modified = time();
            case "deleted_at" -> deleted |= time().isPresent();
            case "is_active" -> deleted |= json.atFlag() ? !json.flag() : skipped();
            default -> json.skip();
        }
    }

    private void inside() throws RemoteException {
        if (json.atObject()) {
            json.object(this::field);
        } else {
            json.skip();
        }
    }

    private boolean skipped() throws RemoteException {
        json.skip();
        return false;
    }

    private Optional<Instant> time() throws RemoteException {
        if (json.atText()) {
            return instant(json.text());
        }
        json.skip();
        return Optional.empty();
    }

    /** A time of ISO 8601; one without a zone is in UTC, as the vendor's database layer writes it. Empty for anything else. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }
    }
}
