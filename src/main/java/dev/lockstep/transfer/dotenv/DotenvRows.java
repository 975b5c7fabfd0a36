package dev.lockstep.transfer.dotenv;

import dev.lockstep.transfer.Holding;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
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
    private final Map<String, ImportEntry> entries = new LinkedHashMap<>();
    private final Set<String> duplicates = new LinkedHashSet<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int accepted;
    private int lost;

    void add(ImportEntry entry) {
        accepted++;
        ImportEntry before = entries.remove(entry.name());
        if (before != null) {
            before.value().close();
            duplicates.add(entry.name());
            note(before.place().line(), Kind.OVERRIDDEN, Optional.of(entry.name()));
        }
        entries.put(entry.name(), entry);
    }

    void note(int line, Kind kind, Optional<String> name) {
        problems.add(ImportProblem.at(line, kind, name));
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
                    .ifPresent(last -> note(last.place().line(), Kind.DUPLICATE, Optional.of(name)));
        }
        problems.sort(Comparator.comparingInt(problem -> problem.place().line()));
        List<Holding> holdings = new ArrayList<>();
        hold(holdings, Holding.Fate.SECRET, entries.size());
        hold(holdings, Holding.Fate.LEFT_OUT, lost);
        ImportSource source = new ImportSource(List.copyOf(entries.values()), problems, holdings);
        entries.clear();
        return source;
    }

    private static void hold(List<Holding> holdings, Holding.Fate fate, int count) {
        if (count > 0) {
            holdings.add(new Holding(Holding.Thing.VALUE, fate, count));
        }
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> entry.value().close());
    }
}
