package dev.lockstep.cli;

import dev.lockstep.transfer.Columns;
import dev.lockstep.words.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads which column of a table is what: {@code name=1,value=3,description=4,tags=5}, counted from 1, and {@code heading=no}. */
final class ColumnChoice {
    private static final Set<String> KNOWN = Set.of("name", "value", "description", "tags");
    private static final int MOST = 1000;

    private ColumnChoice() {}

    static Columns of(String given) throws Refusal {
        Map<String, Integer> columns = new HashMap<>();
        boolean heading = true;
        for (String part : given.split(",", -1)) {
            if (part.equals("heading=no")) {
                heading = false;
                continue;
            }
            String[] pair = part.split("=", -1);
            if (pair.length != 2
                    || !KNOWN.contains(pair[0])
                    || !pair[1].matches("[1-9][0-9]{0,3}")
                    || columns.put(pair[0], Integer.parseInt(pair[1]) - 1) != null) {
                throw wrong();
            }
        }
        Integer name = columns.get("name");
        Integer value = columns.get("value");
        if (name == null || value == null || columns.values().stream().anyMatch(column -> column >= MOST)) {
            throw wrong();
        }
        return new Columns(heading, name, value, optional(columns.get("description")), optional(columns.get("tags")));
    }

    private static OptionalInt optional(@org.jspecify.annotations.Nullable Integer column) {
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private static Refusal wrong() {
        return new Refusal(ExitCode.USAGE, Text.of("cli.import.bad-columns"));
    }
}
