package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of the table, as remembered by its id, with its width in pixels where none was remembered. */
enum SecretColumn {
    NAME("name", Text.of("secrets.column.name"), Query.Order.NAME, 232, true),
    VALUE("value", Text.of("secrets.column.value"), null, 84, true),
    REMOTES("remotes", Text.of("secrets.column.remotes"), null, 96, true),
    ENVIRONMENT("environment", Text.of("secrets.column.environment"), Query.Order.COLLECTION, 144, true),
    UPDATED("updated", Text.of("secrets.column.updated"), Query.Order.UPDATED, 76, true),
    ROTATE_BY("rotateBy", Text.of("secrets.column.rotateBy"), Query.Order.ROTATE_BY, 92, true),
    TAGS("tags", Text.of("secrets.column.tags"), Query.Order.TAGS, 140, false),
    DESCRIPTION("description", Text.of("secrets.column.description"), Query.Order.DESCRIPTION, 220, false),
    CREATED("created", Text.of("secrets.column.created"), Query.Order.CREATED, 88, false),
    VALUE_CHANGED("valueChanged", Text.of("secrets.column.valueChanged"), Query.Order.VALUE_CHANGED, 116, false),
    LAST_SYNCED("lastPushed", Text.of("secrets.column.lastSynced"), null, 120, false),
    SIZE("size", Text.of("secrets.column.size"), Query.Order.SIZE, 76, false),
    VERSIONS("versions", Text.of("secrets.column.versions"), Query.Order.VERSIONS, 84, false),
    STRENGTH("strength", Text.of("secrets.column.strength"), Query.Order.STRENGTH, 92, false),
    LAST_REVEALED("lastRevealed", Text.of("secrets.column.lastRevealed"), Query.Order.LAST_REVEALED, 116, false),
    ID("id", Text.of("secrets.column.id"), Query.Order.ID, 260, false);

    private final String id;
    private final String title;
    private final Query.@Nullable Order order;
    private final double width;
    private final boolean shownFirst;

    SecretColumn(String id, String title, Query.@Nullable Order order, double width, boolean shownFirst) {
        this.id = id;
        this.title = title;
        this.order = order;
        this.width = width;
        this.shownFirst = shownFirst;
    }

    static Optional<SecretColumn> ofId(String id) {
        return Arrays.stream(values()).filter(column -> column.id.equals(id)).findFirst();
    }

    static Optional<SecretColumn> ofOrder(Query.Order order) {
        return Arrays.stream(values()).filter(column -> column.order == order).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** What it sorts by; empty where the catalog knows no such order. */
    Optional<Query.Order> order() {
        return Optional.ofNullable(order);
    }

    double width() {
        return width;
    }

    /** Whether it is visible until the user chooses otherwise. */
    boolean shownFirst() {
        return shownFirst;
    }

    /** Numbers are right-aligned. */
    boolean numeric() {
        return this == SIZE || this == VERSIONS;
    }
}
