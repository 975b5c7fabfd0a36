package dev.lockstep.ui.importing;

import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.csv.CsvPreview;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which column of a table is what. */
final class Mapping {
    private final ReadOnlyObjectWrapper<Optional<CsvPreview>> table = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty heading = new SimpleBooleanProperty(true);
    private final Map<Role, ObjectProperty<Optional<Integer>>> chosen = new EnumMap<>(Role.class);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** Nothing is known yet. */
    Mapping() {
        for (Role role : Role.values()) {
            ObjectProperty<Optional<Integer>> column = new SimpleObjectProperty<>(Optional.empty());
            column.subscribe((before, now) -> changes.set(changes.get() + 1));
            chosen.put(role, column);
        }
    }

    /** What a column may be. */
    enum Role {
        NAME,
        VALUE,
        DESCRIPTION,
        TAGS;

        /** Whether there is no table without it. */
        boolean needed() {
            return this == NAME || this == VALUE;
        }
    }

    /** What was seen of the table; empty before. */
    ReadOnlyObjectProperty<Optional<CsvPreview>> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Whether the first row tells what the columns are. */
    BooleanProperty headingProperty() {
        return heading;
    }

    /** The column that has a role, counted from 0. */
    ObjectProperty<Optional<Integer>> columnProperty(Role role) {
        ObjectProperty<Optional<Integer>> column = chosen.get(role);
        if (column == null) {
            throw new IllegalStateException();
        }
        return column;
    }

    /** Grows by one with every choice. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Takes over what was seen. The first time, the first two columns are proposed as name and value. */
    void seen(CsvPreview now) {
        boolean first = table.get().isEmpty();
        table.set(Optional.of(now));
        heading.set(now.heading());
        if (first && now.cells().size() > 1) {
            columnProperty(Role.NAME).set(Optional.of(0));
            columnProperty(Role.VALUE).set(Optional.of(1));
        }
    }

    /** The columns that can be chosen, counted from 0. */
    List<Integer> all() {
        int count = table.get().map(seen -> seen.cells().size()).orElse(0);
        return IntStream.range(0, count).boxed().toList();
    }

    /** Empty while name or value is not chosen, or one column is to be two things. */
    Optional<Columns> columns() {
        Optional<Integer> name = columnProperty(Role.NAME).get();
        Optional<Integer> value = columnProperty(Role.VALUE).get();
        List<Integer> used = chosen.values().stream()
                .flatMap(column -> column.get().stream())
                .toList();
        boolean twice = used.stream().distinct().count() < used.size();
        if (name.isEmpty() || value.isEmpty() || twice) {
            return Optional.empty();
        }
        return Optional.of(
                new Columns(heading.get(), name.get(), value.get(), optional(Role.DESCRIPTION), optional(Role.TAGS)));
    }

    private OptionalInt optional(Role role) {
        return columnProperty(role).get().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
