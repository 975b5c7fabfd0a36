package dev.lockstep.transfer.bitwarden;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an item is made of, in the order of the file, until it is known what becomes of it. Closing overwrites what was not handed on. */
final class ItemParts implements AutoCloseable {
    private static final String EXPIRES = "Expires";
    private static final String NOTES = "Notes";

    private final List<Part> secrets = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<Thing> empty = new ArrayList<>();
    private final List<Thing> inside = new ArrayList<>();
    private final Expiry expiry = new Expiry();
    private Optional<JsonValue> notes = Optional.empty();
    private Optional<LocalDate> due = Optional.empty();

    /** @param label what stands behind the title; empty for the title alone */
    private record Part(Thing thing, String label, JsonValue value) {}

    private record Line(Thing thing, String label, String text) {}

    private record Lost(Thing thing, Kind kind, String label) {}

    /** What all parts have in common. */
    record Heading(String title, List<String> tags, boolean deleted) {
        String name(String label) {
            return label.isEmpty() || title.isEmpty() ? title + label : title + '/' + label;
        }

        Place place(String label) {
            return Place.of(tags.isEmpty() ? name(label) : tags.getFirst() + '/' + name(label));
        }
    }

    /** Takes a value over that becomes a secret; one without a label goes before all others. */
    void secret(Thing thing, String label, JsonValue value) {
        Part part = new Part(thing, label, value);
        if (label.isEmpty()) {
            secrets.addFirst(part);
        } else {
            secrets.add(part);
        }
    }

    /** Takes a value over that is described. */
    void line(Thing thing, String label, JsonValue value) {
        try (value) {
            value.value()
                    .ifPresentOrElse(
                            bytes -> lines.add(new Line(thing, label, label + ": " + text(bytes))),
                            () -> lost(thing, value.told().orElse(Kind.NO_VALUE), label));
        }
    }

    private static String text(SecretValue value) {
        return value.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    void notes(JsonValue value) {
        notes = Optional.of(value);
    }

    void lost(Thing thing, Kind kind, String label) {
        lost.add(new Lost(thing, kind, label));
    }

    void empty(Thing thing) {
        empty.add(thing);
    }

    Expiry expiry() {
        return expiry;
    }

    boolean hasSecret() {
        return secrets.stream().anyMatch(part -> part.value().value().isPresent());
    }

    /** The notes are what the item is for. */
    void notesAreSecret() {
        notes.ifPresent(value -> secret(Thing.NOTE, "", value));
        notes = Optional.empty();
    }

    /** The lines are what the item is for, since nothing else is there. */
    void linesAreSecret() {
        if (!lines.isEmpty()) {
            SecretValue value = SecretValue.taking(joined().getBytes(StandardCharsets.UTF_8));
            secret(lines.removeFirst().thing(), "", new JsonValue(Optional.of(value), Optional.empty()));
            lines.forEach(line -> inside.add(line.thing()));
            lines.clear();
        }
    }

    private String joined() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Hands everything over. */
    void gather(Heading heading, Gathering into) {
        settle();
        if (heading.deleted()) {
            leaveOut(Kind.IN_THE_BIN);
        } else if (!hasSecret()) {
            leaveLinesOut(Kind.NO_VALUE);
        }
        lines.forEach(line -> into.count(line.thing(), Fate.DESCRIPTION));
        due.ifPresent(day -> into.count(Thing.EXPIRY, Fate.ROTATION));
        inside.forEach(thing -> into.count(thing, Fate.SECRET));
        empty.forEach(thing -> into.count(thing, Fate.EMPTY));
        hand(heading, into);
        lost.forEach(each -> into.lost(each.thing(), heading.place(each.label()), each.kind(), Optional.empty()));
    }

    /** Finds out what is described; nothing at all is told as well. */
    private void settle() {
        due = expiry.date();
        if (due.isEmpty() && !expiry.text().isEmpty()) {
            lines.add(new Line(Thing.EXPIRY, EXPIRES, EXPIRES + ": " + expiry.text()));
        }
        notes.flatMap(JsonValue::value).ifPresent(value -> lines.add(new Line(Thing.NOTE, NOTES, text(value))));
        notes.filter(value -> value.value().isEmpty())
                .ifPresent(value -> lost(Thing.NOTE, value.told().orElse(Kind.NO_VALUE), NOTES));
        if (secrets.isEmpty() && lines.isEmpty() && lost.isEmpty()) {
            lost(Thing.OTHER, Kind.NO_VALUE, "");
        }
    }

    private void leaveOut(Kind kind) {
        close();
        secrets.forEach(part -> lost(part.thing(), kind, part.label()));
        secrets.clear();
        leaveLinesOut(kind);
    }

    private void leaveLinesOut(Kind kind) {
        lines.forEach(line -> lost(line.thing(), kind, line.label()));
        lines.clear();
        due.ifPresent(day -> lost(Thing.EXPIRY, kind, EXPIRES));
        due = Optional.empty();
    }

    /** The first secret has the description, and all have the tags and the day. */
    private void hand(Heading heading, Gathering into) {
        String description = joined();
        while (!secrets.isEmpty()) {
            Part part = secrets.removeFirst();
            ImportEntry.Extras extras = new ImportEntry.Extras(description, heading.tags(), due);
            description = part.value().value().isPresent() ? "" : description;
            part.value().gather(into, part.thing(), heading.name(part.label()), heading.place(part.label()), extras);
        }
    }

    @Override
    public void close() {
        secrets.forEach(part -> part.value().close());
        notes.ifPresent(JsonValue::close);
    }
}
