package dev.lockstep.transfer;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.vault.SecretDetails;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of another password manager while it is read: what of it becomes which entry. The password, or the only secret, is named as the
 * item; further ones are {@code Title/Label}. User names, addresses and notes describe the first of them; folders and tags are tags of all. A
 * note without any secret beside it is the value itself, and a note that is no text or too long to describe is {@code Title/Notes}. Closing
 * overwrites what was not given on.
 */
public final class ForeignItem implements AutoCloseable {
    private static final String ONE_TIME_CODE = "One-time code";
    private static final String NOTES = "Notes";

    private final List<Secret> secrets = new ArrayList<>();
    private final List<Part> lines = new ArrayList<>();
    private final List<Part> tags = new ArrayList<>();
    private final List<Thing> empty = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private String title = "";
    private String instead = "";
    private @Nullable SecretValue note;
    private Optional<LocalDate> due = Optional.empty();

    /** @param label empty for what is named as the item */
    private record Secret(Thing thing, String label, SecretValue value) {}

    private record Part(Thing thing, String text) {}

    private record Loss(Thing thing, Kind kind, String label) {}

    /** An item of which nothing is known yet. */
    public ForeignItem() {}

    /** Its name. Without one it is called as its address or its user. */
    public void title(String text) {
        title = text;
    }

    /** The name by which it is told of. */
    public String title() {
        return title.isEmpty() ? instead : title;
    }

    /** Takes over its password, unless that is empty. */
    public void password(SecretValue value) {
        if (isThere(Thing.PASSWORD, value)) {
            boolean second = !secrets.isEmpty() && secrets.getFirst().label().isEmpty();
            secrets.add(second ? secrets.size() : 0, new Secret(Thing.PASSWORD, second ? "Password" : "", value));
        }
    }

    /** Takes over the key of its one-time codes, or the address that holds it, unless that is empty. */
    public void oneTimeCode(SecretValue value) {
        secret(Thing.ONE_TIME_CODE, ONE_TIME_CODE, value);
    }

    /** Takes over a further secret, unless it is empty. */
    public void secret(Thing thing, String label, SecretValue value) {
        if (isThere(thing, value)) {
            secrets.add(new Secret(thing, label.isEmpty() ? thing.name() : label, value));
        }
    }

    /** Takes over its note, unless that is empty. */
    public void note(SecretValue value) {
        if (isThere(Thing.NOTE, value)) {
            if (note != null) {
                note.close();
            }
            note = value;
        }
    }

    private boolean isThere(Thing thing, SecretValue value) {
        if (value.size() == 0) {
            value.close();
            empty.add(thing);
            return false;
        }
        return true;
    }

    public void userName(String text) {
        line(Thing.USER_NAME, "User name", text);
        instead = instead.isEmpty() ? text : instead;
    }

    /** An address; one that is known already is the same thing. */
    public void address(String text) {
        if (lines.stream().noneMatch(line -> line.text().equals("Address: " + text))) {
            line(Thing.ADDRESS, "Address", text);
            instead = text;
        }
    }

    /** Something that is no secret, to be described as {@code Label: text}. */
    public void line(Thing thing, String label, String text) {
        if (text.isEmpty()) {
            empty.add(thing);
        } else {
            lines.add(new Part(thing, label.isEmpty() ? text : label + ": " + text));
        }
    }

    /** A tag or the name of a folder. */
    public void tag(Thing thing, String text) {
        if (!text.isEmpty()) {
            tags.add(new Part(thing, text));
        }
    }

    /** The day by which a new value is due. */
    public void due(LocalDate day) {
        due = Optional.of(day);
    }

    /** Something in it is not taken. */
    public void lose(Thing thing, Kind kind, String label) {
        losses.add(new Loss(thing, kind, label));
    }

    /** Hands everything on. An item without any value is left out, and told of. */
    public void give(Gathering gathering, Place place) {
        settleNote();
        if (secrets.isEmpty()) {
            leaveOut(gathering, place, Kind.NO_VALUE);
            return;
        }
        lines.forEach(line -> gathering.count(line.thing(), Fate.DESCRIPTION));
        tags.forEach(tag -> gathering.count(tag.thing(), Fate.TAG));
        due.ifPresent(day -> gathering.count(Thing.EXPIRY, Fate.ROTATION));
        tellRest(gathering, place);
        List<String> tagged = tags.stream().map(Part::text).toList();
        String description = description();
        List<Secret> given = List.copyOf(secrets);
        secrets.clear();
        for (Secret secret : given) {
            String name = name(secret, given);
            if (!secret.value().use(Encoding::isUtf8)) {
                gathering.note(place, Kind.NOT_TEXT, Optional.of(name));
            }
            gathering.add(
                    secret.thing(),
                    new ImportEntry(name, secret.value(), place, new ImportEntry.Extras(description, tagged, due)));
            description = "";
        }
    }

    /** Leaves all of it out for one reason. */
    public void leaveOut(Gathering gathering, Place place, Kind why) {
        List<Thing> things = new ArrayList<>();
        secrets.forEach(secret -> things.add(secret.thing()));
        lines.forEach(line -> things.add(line.thing()));
        if (note != null) {
            things.add(Thing.NOTE);
        }
        if (things.isEmpty()) {
            things.add(Thing.OTHER);
        }
        gathering.lost(things.removeFirst(), place, why, named(title()));
        things.forEach(thing -> gathering.count(thing, Fate.LEFT_OUT));
        tags.forEach(tag -> gathering.count(tag.thing(), Fate.LEFT_OUT));
        tellRest(gathering, place);
        close();
    }

    private void tellRest(Gathering gathering, Place place) {
        empty.forEach(thing -> gathering.count(thing, Fate.EMPTY));
        losses.forEach(loss -> gathering.lost(loss.thing(), place, loss.kind(), named(below(loss.label()))));
    }

    private void settleNote() {
        SecretValue text = note;
        if (text == null) {
            return;
        }
        note = null;
        if (secrets.isEmpty()) {
            secrets.add(new Secret(Thing.NOTE, "", text));
        } else if (text.size() + 1 + description().length() > SecretDetails.MAX_DESCRIPTION
                || !text.use(Encoding::isUtf8)) {
            secrets.add(new Secret(Thing.NOTE, NOTES, text));
        } else {
            lines.add(new Part(Thing.NOTE, text.use(bytes -> new String(bytes, StandardCharsets.UTF_8))));
            text.close();
        }
    }

    private String description() {
        return String.join("\n", lines.stream().map(Part::text).toList());
    }

    /** A field alone is what the item is about; a key of one-time codes never is. */
    private String name(Secret secret, List<Secret> all) {
        boolean alone =
                all.stream().filter(one -> one.thing() != Thing.ONE_TIME_CODE).count() == 1;
        boolean own = secret.label().isEmpty() || (alone && secret.thing() != Thing.ONE_TIME_CODE);
        return own ? title() : below(secret.label());
    }

    private String below(String label) {
        return label.isEmpty() || title().isEmpty() ? title() : title() + "/" + label;
    }

    private static Optional<String> named(String name) {
        return name.isEmpty() || name.length() > Gathering.MAX_NAME ? Optional.empty() : Optional.of(name);
    }

    @Override
    public void close() {
        secrets.forEach(secret -> secret.value().close());
        secrets.clear();
        if (note != null) {
            note.close();
            note = null;
        }
    }
}
