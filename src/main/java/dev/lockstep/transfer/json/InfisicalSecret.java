package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A secret of a list, while it is read. Closing overwrites its value if it was not handed on. */
final class InfisicalSecret implements AutoCloseable {
    private static final Set<String> BOOKKEEPING =
            Set.of("_id", "id", "type", "workspace", "environment", "version", "Etag", "skipMultilineEncoding");

    private final JsonWalk walk;
    private final Place place;
    private final List<String> tags = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private String name = "";
    private String comment = "";
    private String folder = "";
    private JsonValue value = JsonValue.NONE;

    InfisicalSecret(JsonWalk walk) {
        this.walk = walk;
        this.place = Place.line(walk.line());
    }

    void member(String member) throws ImportException, InterruptedException {
        switch (member) {
            case "key" -> name = walk.text().orElse("");
            case "value" -> value = walk.value();
            case "comment" -> comment = walk.text().orElse("");
            case "secretPath" -> folder = walk.text().orElse("");
            case "tags" -> walk.list(this::tag);
            default -> {
                walk.skip();
                if (!BOOKKEEPING.contains(member)) {
                    unknown.add(member);
                }
            }
        }
    }

    /** A tag has a name or, in older versions, a slug only. */
    private void tag() throws ImportException, InterruptedException {
        List<String> names = new ArrayList<>();
        walk.object(member -> {
            switch (member) {
                case "name" -> walk.text().ifPresent(names::addFirst);
                case "slug" -> walk.text().ifPresent(names::addLast);
                default -> walk.skip();
            }
        });
        names.stream().filter(any -> !any.isEmpty()).findFirst().ifPresent(tags::add);
    }

    /** The path of the folder; empty for the root. */
    String folder() {
        return folder.equals("/") ? "" : folder;
    }

    void gather(Gathering into) {
        if (!comment.isEmpty()) {
            into.count(Thing.NOTE, Fate.DESCRIPTION);
        }
        unknown.forEach(
                member -> into.lost(Thing.OTHER, place, Kind.NO_PLACE_FOR_IT, Optional.of(name + '/' + member)));
        tags.forEach(tag -> into.count(Thing.TAG, Fate.TAG));
        Optional.of(folder()).filter(path -> !path.isEmpty()).ifPresent(tags::add);
        JsonValue handed = value;
        value = JsonValue.NONE;
        handed.gather(into, Thing.VALUE, name, place, new ImportEntry.Extras(comment, tags, Optional.empty()));
    }

    @Override
    public void close() {
        value.close();
    }
}
