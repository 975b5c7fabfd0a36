package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportProblem;
import dev.lockstep.words.ImportWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** Which rows and which problems are shown: those of one sort that hold a text. */
final class Sifting {
    private final ObservableList<ImportRow> all = FXCollections.observableArrayList();
    private final ObservableList<ImportProblem> told = FXCollections.observableArrayList();
    private final FilteredList<ImportRow> rows = new FilteredList<>(all);
    private final FilteredList<ImportProblem> problems = new FilteredList<>(told);
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private final StringProperty search = new SimpleStringProperty("");

    /** Everything is shown. */
    Sifting() {
        show.subscribe((before, now) -> sift());
        search.subscribe((before, now) -> sift());
    }

    /** All rows, whether shown or not. */
    List<ImportRow> all() {
        return all;
    }

    /** The rows that are shown. */
    ObservableList<ImportRow> rows() {
        return rows;
    }

    /** The problems that are shown. */
    ObservableList<ImportProblem> problems() {
        return problems;
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    StringProperty searchProperty() {
        return search;
    }

    /** How many there are of a sort, whatever is searched for. */
    int count(Show sort) {
        return (int)
                (sort.ofProblems()
                        ? told.stream().filter(problem -> shows(sort, problem)).count()
                        : all.stream()
                                .filter(row -> sort.shows(row.comparison()))
                                .count());
    }

    void fill(Collection<ImportProblem> found) {
        told.setAll(found);
    }

    void rows(Collection<ImportRow> compared) {
        all.setAll(compared);
    }

    void clear() {
        all.clear();
        told.clear();
        search.set("");
        show.set(Show.ALL);
    }

    private void sift() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        Show sort = show.get();
        rows.setPredicate(row -> sort.shows(row.comparison())
                && (holds(row.name(), wanted) || holds(row.place().path(), wanted)));
        problems.setPredicate(problem -> shows(sort, problem) && holds(ImportWords.of(problem), wanted));
    }

    private static boolean shows(Show sort, ImportProblem problem) {
        return sort == (problem.kind().isLost() ? Show.LEFT_OUT : Show.NOTES);
    }

    private static boolean holds(String text, String wanted) {
        return wanted.isEmpty() || text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
