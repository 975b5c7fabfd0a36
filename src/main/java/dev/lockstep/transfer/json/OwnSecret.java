package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One secret of our own format, while it is read. Closing overwrites its value if it was not handed on. */
final class OwnSecret implements AutoCloseable {
    static final String COLLECTION = "collection";
    static final String NAME = "name";
    static final String VALUE = "value";
    static final String VALUE_BASE64 = "value_base64";
    static final String DESCRIPTION = "description";
    static final String TAGS = "tags";
    static final String ROTATE_BY = "rotate_by";

    private static final int LONGEST_BASE64 = Math.ceilDiv(SecretValue.MAX_SIZE, 3) * 4;

    private final JsonWalk walk;
    private final Place place;
    private final List<String> tags = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private String collection = "";
    private String name = "";
    private String description = "";
    private Optional<LocalDate> rotateBy = Optional.empty();
    private JsonValue value = JsonValue.NONE;

    /** One that comes next. */
    OwnSecret(JsonWalk walk) {
        this.walk = walk;
        this.place = Place.line(walk.line());
    }

    void member(String member) throws ImportException, InterruptedException {
        switch (member) {
            case COLLECTION -> collection = walk.text().orElse("");
            case NAME -> name = walk.text().orElse("");
            case VALUE -> give(walk.value());
            case VALUE_BASE64 -> give(decoded());
            case DESCRIPTION -> description = walk.text().orElse("");
            case TAGS -> walk.array(() -> walk.text().ifPresent(tags::add));
            case ROTATE_BY -> rotateBy = date();
            default -> {
                walk.skip();
                unknown.add(member);
            }
        }
    }

    private void give(JsonValue read) throws ImportException {
        if (value.value().isPresent()) {
            read.close();
            throw JsonBytes.damaged();
        }
        value = read;
    }

    private JsonValue decoded() throws ImportException {
        Optional<byte[]> content = walk.content(LONGEST_BASE64);
        if (content.isEmpty()) {
            return JsonValue.without(Kind.VALUE_TOO_LARGE);
        }
        try {
            return JsonValue.text(SecretValue.taking(Base64.getDecoder().decode(content.get())));
        } catch (IllegalArgumentException e) {
            throw JsonBytes.damaged();
        } finally {
            Arrays.fill(content.get(), (byte) 0);
        }
    }

    private Optional<LocalDate> date() throws ImportException {
        try {
            return walk.text().map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw JsonBytes.damaged();
        }
    }

    /** Hands everything over. */
    void gather(Gathering into, boolean collectionIsTag) {
        if (!description.isEmpty()) {
            into.count(Thing.NOTE, Fate.DESCRIPTION);
        }
        tags.forEach(tag -> into.count(Thing.TAG, Fate.TAG));
        rotateBy.ifPresent(day -> into.count(Thing.EXPIRY, Fate.ROTATION));
        unknown.forEach(
                member -> into.lost(Thing.OTHER, place, Kind.NO_PLACE_FOR_IT, Optional.of(name + '/' + member)));
        if (collectionIsTag && !collection.isEmpty()) {
            tags.add(collection);
        }
        JsonValue handed = value;
        value = JsonValue.NONE;
        handed.gather(into, Thing.VALUE, name, place, new ImportEntry.Extras(description, tags, rotateBy));
    }

    @Override
    public void close() {
        value.close();
    }
}
