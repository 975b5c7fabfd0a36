package dev.lockstep.transfer;

import java.util.List;

/** What was read from a file: the entries, each name once, and what is to be told about lines, both in the order of the file. */
public final class ImportSource implements AutoCloseable {
    private final List<DotenvEntry> entries;
    private final List<DotenvProblem> problems;

    ImportSource(List<DotenvEntry> entries, List<DotenvProblem> problems) {
        this.entries = List.copyOf(entries);
        this.problems = List.copyOf(problems);
    }

    public List<DotenvEntry> entries() {
        return entries;
    }

    public List<DotenvProblem> problems() {
        return problems;
    }

    /** Overwrites all values. */
    @Override
    public void close() {
        entries.forEach(entry -> entry.value().close());
    }
}
