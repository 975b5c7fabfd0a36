package dev.lockstep.transfer.csv;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** Rows of which each is an item of a password manager. */
final class ItemRows implements RowReader {
    private static final Set<Role> TAKEN = EnumSet.complementOf(EnumSet.of(Role.VALUE, Role.ROTATE_BY));
    private static final String ARCHIVED = "archived";

    private final CsvHeading heading;

    ItemRows(CsvHeading heading) {
        this.heading = heading;
    }

    @Override
    public boolean takes(int column) {
        return TAKEN.stream().map(heading::column).anyMatch(taken -> taken.isPresent() && taken.getAsInt() == column);
    }

    @Override
    public int least() {
        return heading.names().size();
    }

    @Override
    public void take(CsvRows row, Gathering gathering) {
        try (ForeignItem item = new ForeignItem()) {
            text(row, Role.NAME, Thing.OTHER, item, item::title);
            text(row, Role.USER_NAME, Thing.USER_NAME, item, item::userName);
            text(row, Role.ADDRESS, Thing.ADDRESS, item, item::address);
            text(row, Role.GROUP, Thing.FOLDER, item, path -> item.tag(Thing.FOLDER, below(path)));
            text(row, Role.FOLDER, Thing.FOLDER, item, folder -> item.tag(Thing.FOLDER, folder));
            text(row, Role.TAGS, Thing.TAG, item, tags -> tags(tags, item));
            text(row, Role.ARCHIVED, Thing.TAG, item, is -> item.tag(Thing.TAG, isYes(is) ? ARCHIVED : ""));
            value(row, Role.PASSWORD, item::password);
            value(row, Role.ONE_TIME_CODE, item::oneTimeCode);
            value(row, Role.NOTES, item::note);
            filled(row, Role.FIELDS).ifPresent(cell -> fields(row, cell, item));
            item.give(gathering, Place.line(row.line()));
        }
    }

    private void text(CsvRows row, Role role, Thing thing, ForeignItem item, Consumer<String> taker) {
        filled(row, role)
                .ifPresent(cell -> row.text(cell)
                        .ifPresentOrElse(
                                taker,
                                () -> item.lose(
                                        thing,
                                        Kind.NO_PLACE_FOR_IT,
                                        heading.names().get(cell))));
    }

    private void value(CsvRows row, Role role, Consumer<SecretValue> taker) {
        filled(row, role).ifPresent(cell -> taker.accept(row.value(cell)));
    }

    private OptionalInt filled(CsvRows row, Role role) {
        OptionalInt column = heading.column(role);
        return column.isPresent() && !row.isEmpty(column.getAsInt()) ? column : OptionalInt.empty();
    }

    /** Without the name of the whole. */
    private static String below(String path) {
        return path.substring(path.indexOf('/') + 1 == 0 ? path.length() : path.indexOf('/') + 1);
    }

    private static boolean isYes(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    private static void tags(String cell, ForeignItem item) {
        for (String tag : cell.split("[,;]", -1)) {
            item.tag(Thing.TAG, tag.strip());
        }
    }

    private static void fields(CsvRows row, int cell, ForeignItem item) {
        if (row.size(cell) > SecretValue.MAX_SIZE) {
            item.lose(Thing.FIELD, Kind.VALUE_TOO_LARGE, "");
        } else {
            fields(row.bytes(cell), item);
        }
    }

    /** Takes the bytes over and wipes them. A line without a label goes on with the field above. */
    private static void fields(byte[] cell, ForeignItem item) {
        try {
            int field = 0;
            while (field < cell.length) {
                int end = lineEnd(cell, field);
                while (end < cell.length && labelEnd(cell, end + 1) < 0) {
                    end = lineEnd(cell, end + 1);
                }
                field(cell, field, end, item);
                field = end + 1;
            }
        } finally {
            Arrays.fill(cell, (byte) 0);
        }
    }

    private static void field(byte[] cell, int from, int to, ForeignItem item) {
        int colon = labelEnd(cell, from);
        String label = colon < 0 ? "" : new String(cell, from, colon - from, StandardCharsets.UTF_8);
        int value = colon < 0 ? from : Math.min(to, colon + 2);
        item.secret(Thing.FIELD, label, SecretValue.taking(Arrays.copyOfRange(cell, value, to)));
    }

    private static int lineEnd(byte[] cell, int from) {
        int index = from;
        while (index < cell.length && cell[index] != '\n') {
            index++;
        }
        return index;
    }

    /** Index of the colon behind the label of a line, or -1. */
    private static int labelEnd(byte[] cell, int from) {
        int end = lineEnd(cell, from);
        for (int index = from + 1; index < end; index++) {
            if (cell[index] == ':' && (index + 1 == end || cell[index + 1] == ' ')) {
                return index;
            }
        }
        return -1;
    }
}
