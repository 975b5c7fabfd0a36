package dev.lockstep.transfer;

import dev.lockstep.transfer.DotenvProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the rows of a file; of several with one name the last one counts. Closing wipes what was gathered, unless it was handed on. */
final class DotenvRows implements AutoCloseable {
    private final Map<String, DotenvEntry> entries = new LinkedHashMap<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final List<DotenvProblem> problems = new ArrayList<>();
    private int accepted;
    private int lost;

    void add(DotenvEntry entry) {
        accepted++;
        DotenvEntry before = entries.remove(entry.name());
        if (before != null) {
            before.value().close();
            duplicates.add(entry.name());
            problems.add(new DotenvProblem(before.line(), Kind.OVERRIDDEN, Optional.of(entry.name())));
        }
        entries.put(entry.name(), entry);
    }

    void note(int line, Kind kind, Optional<String> name) {
        problems.add(new DotenvProblem(line, kind, name));
        lost += kind.isLost() ? 1 : 0;
    }

    /** How many rows had a value, those that were overridden included. */
    int accepted() {
        return accepted;
    }

    /** How many lines gave nothing. */
    int lost() {
        return lost;
    }

    /** Hands everything on. */
    ImportSource finish() {
        for (String name : duplicates) {
            Optional.ofNullable(entries.get(name))
                    .ifPresent(last -> note(last.line(), Kind.DUPLICATE, Optional.of(name)));
        }
        problems.sort(Comparator.comparingInt(DotenvProblem::line));
        ImportSource source = new ImportSource(List.copyOf(entries.values()), problems);
        entries.clear();
        return source;
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> entry.value().close());
    }
}
