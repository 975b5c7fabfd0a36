package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;

/**
 * Which secrets to list, and in which order.
 *
 * @param text searched in names, tags and descriptions, ignoring case; all of its words have to occur; empty finds everything
 */
public record Query(Scope scope, String text, Order order, boolean descending) {
    /** Every secret outside the trash, by name. */
    public static final Query ALL = new Query(new Scope.All(), "", Order.NAME, false);

    /** Where to look. */
    public sealed interface Scope {
        record All() implements Scope {}

        record Favourites() implements Scope {}

        /** Rotate-by day within the secret's lead time, or past. */
        record RotateSoon() implements Scope {}

        /** The name breaks the naming rule of its collection. */
        record NameProblems() implements Scope {}

        record Trash() implements Scope {}

        record InCollection(CollectionId collection) implements Scope {}

        record Tagged(String tag) implements Scope {}
    }

    /** What to sort by; ties are broken by name, then by id. */
    public enum Order {
        NAME,
        COLLECTION,
        UPDATED,
        ROTATE_BY,
        TAGS,
        DESCRIPTION,
        CREATED,
        VALUE_CHANGED,
        SIZE,
        VERSIONS,
        STRENGTH,
        LAST_REVEALED,
        ID
    }
}
