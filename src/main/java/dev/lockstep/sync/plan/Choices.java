package dev.lockstep.sync.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the user decided about rows. What was decided about rows that are not in a plan does not count there. */
public final class Choices {
    /** Nothing was decided. */
    public static final Choices NONE = new Choices(Map.of(), Map.of());

    private final Map<RowKey, Choice> choices;
    private final Map<RowKey, Boolean> ticks;

    private Choices(Map<RowKey, Choice> choices, Map<RowKey, Boolean> ticks) {
        this.choices = choices;
        this.ticks = ticks;
    }

    public Choices choosing(Iterable<RowKey> rows, Choice choice) {
        Map<RowKey, Choice> more = new HashMap<>(choices);
        rows.forEach(row -> more.put(row, choice));
        return new Choices(Map.copyOf(more), ticks);
    }

    public Choices ticking(Iterable<RowKey> rows, boolean ticked) {
        Map<RowKey, Boolean> more = new HashMap<>(ticks);
        rows.forEach(row -> more.put(row, ticked));
        return new Choices(choices, Map.copyOf(more));
    }

    Optional<Choice> choice(RowKey row) {
        return Optional.ofNullable(choices.get(row));
    }

    boolean ticked(RowKey row, boolean otherwise) {
        return ticks.getOrDefault(row, otherwise);
    }
}
