package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the user edits of a secret, besides its value. Nothing is trimmed.
 *
 * @param name 1 to 255 UTF-16 units, unique in its collection outside the trash
 * @param description up to 10,000 UTF-16 units
 * @param tags up to 64 different ones of 1 to 64 UTF-16 units, in the order to show
 * @param leadDays 0 to 3650
 */
public record SecretDetails(
        CollectionId collection,
        String name,
        String description,
        List<String> tags,
        Entry.Kind kind,
        boolean favourite,
        Optional<LocalDate> rotateBy,
        int leadDays) {
    public static final int MAX_NAME = 255;
    public static final int MAX_DESCRIPTION = 10_000;
    public static final int MAX_TAG = 64;
    public static final int MAX_TAGS = 64;
    public static final int DEFAULT_LEAD_DAYS = 14;

    public SecretDetails {
        tags = List.copyOf(tags);
    }

    /** A new secret's details with everything but its place and name empty. */
    public static SecretDetails named(CollectionId collection, String name) {
        return new SecretDetails(
                collection, name, "", List.of(), Entry.Kind.API_KEY, false, Optional.empty(), DEFAULT_LEAD_DAYS);
    }

    /** The same with another description. */
    public SecretDetails withDescription(String changed) {
        return new SecretDetails(collection, name, changed, tags, kind, favourite, rotateBy, leadDays);
    }

    /** The same with another name. */
    public SecretDetails withName(String changed) {
        return new SecretDetails(collection, changed, description, tags, kind, favourite, rotateBy, leadDays);
    }

    /** The same in another collection. */
    public SecretDetails withCollection(CollectionId changed) {
        return new SecretDetails(changed, name, description, tags, kind, favourite, rotateBy, leadDays);
    }

    /** The same with other tags. */
    public SecretDetails withTags(List<String> changed) {
        return new SecretDetails(collection, name, description, changed, kind, favourite, rotateBy, leadDays);
    }

    /** The same with another day by which a new value is due. */
    public SecretDetails withRotateBy(Optional<LocalDate> changed) {
        return new SecretDetails(collection, name, description, tags, kind, favourite, changed, leadDays);
    }

    /** The same as a favourite or not. */
    public SecretDetails withFavourite(boolean changed) {
        return new SecretDetails(collection, name, description, tags, kind, changed, rotateBy, leadDays);
    }

    /** The same with a question mark in place of each surrogate that stands alone, which no file can hold. */
    SecretDetails encodable() {
        return withName(Wire.encodable(name))
                .withDescription(Wire.encodable(description))
                .withTags(tags.stream().map(Wire::encodable).toList());
    }

    /** The details of an entry. */
    public static SecretDetails of(Entry entry) {
        return new SecretDetails(
                entry.collection(),
                entry.name(),
                entry.description(),
                entry.tags(),
                entry.kind(),
                entry.favourite(),
                entry.rotateBy(),
                entry.leadDays());
    }
}
