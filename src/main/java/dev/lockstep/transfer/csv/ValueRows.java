package dev.lockstep.transfer.csv;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Columns;
import dev.lockstep.transfer.CsvText;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows with a name and a value each, and perhaps a description, tags and the day by which a new value is due (ISO 8601). Tags are separated by
 * commas, semicolons or line ends; in what Lockstep wrote, by line ends only, and the guards against formulas are taken away from all cells.
 */
final class ValueRows implements RowReader {
    private static final String SEPARATORS = "[,;\r\n]+";
    private static final String OWN_SEPARATOR = "\n";

    private final Columns columns;
    private final OptionalInt due;
    private final boolean own;

    ValueRows(Columns columns, OptionalInt due, boolean own) {
        this.columns = columns;
        this.due = due;
        this.own = own;
    }

    @Override
    public boolean takes(int column) {
        return Stream.of(columns.description(), columns.tags(), due)
                        .anyMatch(taken -> taken.isPresent() && taken.getAsInt() == column)
                || column == columns.name()
                || column == columns.value();
    }

    @Override
    public int least() {
        int most = Math.max(columns.name(), columns.value());
        return 1
                + Math.max(
                        most,
                        Math.max(columns.description().orElse(0), columns.tags().orElse(0)));
    }

    @Override
    public void take(CsvRows row, Gathering gathering) {
        Place place = Place.line(row.line());
        Optional<String> name = text(row, columns.name());
        if (name.isEmpty()) {
            gathering.lost(Thing.VALUE, place, Kind.BAD_NAME, Optional.empty());
            return;
        }
        SecretValue value = SecretValue.taking(bytes(row, columns.value()));
        if (!value.use(Encoding::isUtf8)) {
            gathering.note(place, Kind.NOT_TEXT, name);
        }
        gathering.add(Thing.VALUE, new ImportEntry(name.get(), value, place, extras(row, name, gathering)));
    }

    private ImportEntry.Extras extras(CsvRows row, Optional<String> name, Gathering gathering) {
        String description = extra(row, columns.description(), Thing.NOTE, name, gathering);
        if (!description.isEmpty()) {
            gathering.count(Thing.NOTE, Fate.DESCRIPTION);
        }
        List<String> tags = tags(extra(row, columns.tags(), Thing.TAG, name, gathering));
        tags.forEach(tag -> gathering.count(Thing.TAG, Fate.TAG));
        String day = extra(row, due, Thing.EXPIRY, name, gathering);
        return new ImportEntry.Extras(description, tags, day(day, Place.line(row.line()), name, gathering));
    }

    /** The text of a column; none where there is no column, or, with a problem, where it is not UTF-8. */
    private String extra(CsvRows row, OptionalInt column, Thing thing, Optional<String> name, Gathering gathering) {
        if (column.isEmpty()) {
            return "";
        }
        Optional<String> text = text(row, column.getAsInt());
        if (text.isEmpty()) {
            gathering.lost(thing, Place.line(row.line()), Kind.NO_PLACE_FOR_IT, name);
        }
        return text.orElse("");
    }

    private static Optional<LocalDate> day(String text, Place place, Optional<String> name, Gathering gathering) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            gathering.count(Thing.EXPIRY, Fate.ROTATION);
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            gathering.lost(Thing.EXPIRY, place, Kind.NOT_A_VALUE, name);
            return Optional.empty();
        }
    }

    private List<String> tags(String cell) {
        return Stream.of(cell.split(own ? OWN_SEPARATOR : SEPARATORS, -1))
                .map(tag -> own ? tag : tag.strip())
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private Optional<String> text(CsvRows row, int cell) {
        return own ? row.text(cell).map(text -> new String(bytes(row, cell), StandardCharsets.UTF_8)) : row.text(cell);
    }

    private byte[] bytes(CsvRows row, int cell) {
        return own ? CsvText.unguarded(row.bytes(cell)) : row.bytes(cell);
    }
}
