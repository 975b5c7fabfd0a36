package dev.lockstep.transfer;

import java.util.List;

/**
 * What was read: the entries, each name once, what is to be told about places, both in the order of the file, and how much of what sort there
 * was.
 */
public final class ImportSource implements AutoCloseable {
    private final List<ImportEntry> entries;
    private final List<ImportProblem> problems;
    private final List<Holding> holdings;

    /** Takes over the values of the entries. */
    public ImportSource(List<ImportEntry> entries, List<ImportProblem> problems, List<Holding> holdings) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
        this.holdings = List.copyOf(holdings);
    }

    public List<ImportEntry> entries() {
        return entries;
    }

    public List<ImportProblem> problems() {
        return problems;
    }

    /** What was there and where it goes, in the order of {@link Holding.Thing} and {@link Holding.Fate}. */
    public List<Holding> holdings() {
        return holdings;
    }

    /** Overwrites all values. */
    @Override
    public void close() {
        entries.forEach(entry -> entry.value().close());
    }
}
