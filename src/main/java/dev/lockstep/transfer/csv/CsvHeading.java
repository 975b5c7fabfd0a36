package dev.lockstep.transfer.csv;

import dev.lockstep.transfer.Columns;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The first row of a table, if it tells what the columns are. Of several columns of one role the first has it. */
final class CsvHeading {
    /** The heading of the table that Lockstep itself writes; the name of its first column is nobody else's. */
    static final List<String> OWN = List.of("lockstep_name", "value", "description", "tags", "rotate_by");

    private final List<String> names;
    private final Map<Role, Integer> columns = new EnumMap<>(Role.class);

    CsvHeading(List<String> names) {
        this.names = names;
        for (int column = 0; column < names.size(); column++) {
            int here = column;
            Role.of(names.get(column)).ifPresent(role -> columns.putIfAbsent(role, here));
        }
        if (isOwn()) {
            columns.put(Role.NAME, 0);
        }
    }

    /** That of the row at which a walk is. Cells that are not UTF-8 are no headings. */
    static CsvHeading of(CsvRows row) {
        return new CsvHeading(IntStream.range(0, Math.min(row.cells(), CsvRows.MAX_COLUMNS))
                .mapToObj(cell -> row.text(cell).orElse(""))
                .toList());
    }

    /** What the columns are called. */
    List<String> names() {
        return names;
    }

    OptionalInt column(Role role) {
        Integer column = columns.get(role);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private boolean has(Role role) {
        return columns.containsKey(role);
    }

    /** Whether Lockstep wrote the table. */
    boolean isOwn() {
        return names.equals(OWN);
    }

    /** Whether it is a table of names and values. */
    boolean isPlain() {
        return has(Role.NAME) && has(Role.VALUE);
    }

    /** Whether it is a table of items of a password manager. */
    boolean isItems() {
        return has(Role.NAME) && has(Role.PASSWORD) && !isPlain();
    }

    /** Whether it is known what the columns are. */
    boolean isKnown() {
        return isPlain() || isItems();
    }

    /** Which column is what in a table of names and values. */
    Optional<Columns> plain() {
        return isPlain()
                ? Optional.of(new Columns(
                        true,
                        columns.getOrDefault(Role.NAME, 0),
                        columns.getOrDefault(Role.VALUE, 0),
                        column(Role.NOTES),
                        column(Role.TAGS)))
                : Optional.empty();
    }
}
