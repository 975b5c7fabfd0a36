package dev.lockstep.ui.importing;

import dev.lockstep.naming.NameProblem;
import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.vault.Importing.Comparison;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One name of the file, how it compares with the collection, and what is to become of it. */
final class ImportRow {
    private final int index;
    private final String name;
    private final int line;
    private final int size;
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>(Comparison.NEW);
    private final ObjectProperty<Optional<NameProblem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.ADD);

    /**
     * A row that is not compared yet.
     *
     * @param index among the entries of the file
     * @param line in the file, counted from 1
     * @param size of the value in bytes
     */
    ImportRow(int index, String name, int line, int size) {
        this.index = index;
        this.name = name;
        this.line = line;
        this.size = size;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    int size() {
        return size;
    }

    ObjectProperty<Comparison> comparisonProperty() {
        return comparison;
    }

    /** What is wrong with the name under the collection's rule. */
    ObjectProperty<Optional<NameProblem>> problemProperty() {
        return problem;
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Takes over how it compares, and proposes what loses nothing: add what is new, skip what is the same or differs. */
    void compared(Comparison now, Optional<NameProblem> wrong) {
        comparison.set(now);
        problem.set(wrong);
        choice.set(now == Comparison.NEW ? Choice.ADD : Choice.SKIP);
    }

    /** Chooses the other of its two choices, where it has two. */
    void turn() {
        choice.set(choice.get() == Choice.SKIP ? choices().getFirst() : Choice.SKIP);
    }

    /** What can be chosen for it. */
    List<Choice> choices() {
        return switch (comparison.get()) {
            case NEW -> List.of(Choice.ADD, Choice.SKIP);
            case DIFFERS -> List.of(Choice.REPLACE, Choice.SKIP);
            case SAME -> List.of(Choice.SKIP);
        };
    }
}
