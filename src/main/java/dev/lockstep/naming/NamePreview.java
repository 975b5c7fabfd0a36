package dev.lockstep.naming;

import java.util.List;

/**
 * How the names of a collection will appear at one destination, before anything is sent there.
 *
 * @param prefixProblems what is wrong with the prefix, and so with every name
 * @param lines one for each local name, in the order given
 */
public record NamePreview(List<NameProblem> prefixProblems, List<Line> lines) {
    public NamePreview {
        prefixProblems = List.copyOf(prefixProblems);
        lines = List.copyOf(lines);
    }

    /**
     * One name.
     *
     * @param there the name as it will appear there
     * @param problems why it cannot be used there, whatever the others are
     * @param writers all local names that would be written under it, this one among them
     * @param foreign whether a secret that is not ours has the name there already
     */
    public record Line(String name, String there, List<NameProblem> problems, List<String> writers, boolean foreign) {
        /** Whether another local name would be written under the same name there. */
        public boolean collides() {
            return writers.size() > 1;
        }

        /** Whether nothing about this name keeps it from being written there. */
        public boolean passes() {
            return problems.isEmpty() && !collides() && !foreign;
        }
    }

    /** Whether different local names stay different there, and meet none that stands there already. */
    public boolean injective() {
        return lines.stream().noneMatch(line -> line.collides() || line.foreign());
    }

    /** Whether every name can be written there. */
    public boolean passes() {
        return prefixProblems.isEmpty() && lines.stream().allMatch(Line::passes);
    }
}
