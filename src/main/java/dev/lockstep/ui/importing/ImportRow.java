package dev.lockstep.ui.importing;

import dev.lockstep.naming.NameProblem;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.vault.Importing.Comparison;
import java.util.List;
import java.util.Optional;

/** One name of the source, how it compares with the collection, and what is to become of it. */
final class ImportRow {
    private final ImportEntry entry;
    private final int size;
    private final Comparison comparison;
    private final Optional<NameProblem> problem;
    private Choice choice;

    /**
     * Proposes what loses nothing: add what is new, skip what is the same or differs.
     *
     * @param problem what is wrong with the name under the collection's rule
     */
    ImportRow(ImportEntry entry, Comparison comparison, Optional<NameProblem> problem) {
        this.entry = entry;
        this.size = entry.value().size();
        this.comparison = comparison;
        this.problem = problem;
        this.choice = Bulk.ADD_NEW.of(comparison);
    }

    String name() {
        return entry.name();
    }

    Place place() {
        return entry.place();
    }

    /** Of the value, in bytes. */
    int size() {
        return size;
    }

    ImportEntry.Extras extras() {
        return entry.extras();
    }

    Comparison comparison() {
        return comparison;
    }

    Optional<NameProblem> problem() {
        return problem;
    }

    Choice choice() {
        return choice;
    }

    void choose(Choice now) {
        choice = now;
    }

    /** Whether there is anything to choose. */
    boolean hasChoice() {
        return comparison != Comparison.SAME;
    }

    /** What can be chosen for it, to be taken first. */
    List<Choice> choices() {
        return switch (comparison) {
            case NEW -> List.of(Choice.ADD, Choice.SKIP);
            case DIFFERS -> List.of(Choice.REPLACE, Choice.SKIP);
            case SAME -> List.of(Choice.SKIP);
        };
    }
}
