package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the table lists: the question asked of the catalog, its newest answer, and the selected secrets, kept by their ids. */
final class ListViewModel {
    private final Catalog catalog;
    private final Background background;
    private final Consumer<Exception> failed;
    private final HitList rows = new HitList();
    private final StringProperty text = new SimpleStringProperty("");
    private final SimpleObjectProperty<Query.Scope> scope = new SimpleObjectProperty<>(Query.ALL.scope());
    private final SimpleObjectProperty<Sorting> sorting;
    private final ReadOnlyObjectWrapper<Sorting> usual;
    private final ReadOnlyObjectWrapper<List<SecretId>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Query>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper answers = new ReadOnlyIntegerWrapper();
    private int[] selectedRows = {};
    private int lead = -1;
    private boolean answering;
    private boolean closed;
    private long asked;
    private Background.@Nullable Cancellable running;

    ListViewModel(Catalog catalog, Background background, Consumer<Exception> failed, Sorting first) {
        this.catalog = catalog;
        this.background = background;
        this.failed = failed;
        sorting = new SimpleObjectProperty<>(first);
        usual = new ReadOnlyObjectWrapper<>(first);
        text.subscribe(now -> ask());
        scope.subscribe(now -> ask());
        sorting.subscribe(now -> ask());
    }

    HitList rows() {
        return rows;
    }

    /** The search field's text. */
    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Query.Scope> scopeProperty() {
        return scope;
    }

    ReadOnlyObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /** What every list is sorted by, except for that of what is due: it begins with the most pressing, whatever was chosen elsewhere. */
    ReadOnlyObjectProperty<Sorting> usualSortingProperty() {
        return usual.getReadOnlyProperty();
    }

    /** The selected secrets, in the order of the rows. */
    ReadOnlyObjectProperty<List<SecretId>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The question that the rows answer; empty before the first answer. */
    ReadOnlyObjectProperty<Optional<Query>> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Grows by one whenever the rows to select are to be taken from {@link #selectedRows}. */
    ReadOnlyIntegerProperty answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** The rows of the selected secrets in the newest answer, ascending. */
    int[] selectedRows() {
        return selectedRows.clone();
    }

    void show(Query.Scope place) {
        sorting.set(place instanceof Query.Scope.RotateSoon ? Sorting.BY_DUE : usual.get());
        scope.set(place);
    }

    void sort(Sorting by) {
        if (!(scope.get() instanceof Query.Scope.RotateSoon)) {
            usual.set(by);
        }
        sorting.set(by);
    }

    /** What is listed, as far as it was chosen; the rows may still answer the question before. */
    Query query() {
        return new Query(
                scope.get(), text.get(), sorting.get().order(), sorting.get().descending());
    }

    /** Asks again, as after a change of the vault. */
    void ask() {
        if (closed) {
            return;
        }
        Query query = query();
        long mine = ++asked;
        if (running != null) {
            running.cancel();
        }
        running = background
                .job(progress -> catalog.find(query))
                .onDone(hits -> answer(mine, query, hits))
                .onFailed(failed)
                .start();
    }

    /** Forgets every row and never asks again. */
    void close() {
        closed = true;
        asked++;
        rows.forget();
        selectedRows = new int[0];
        selected.set(List.of());
        text.set("");
    }

    /** Told by the table: the selected rows, ascending. */
    void select(int... indices) {
        if (answering) {
            return;
        }
        lead = indices.length == 0 ? -1 : indices[0];
        selectedRows = indices.clone();
        selected.set(Arrays.stream(indices).mapToObj(rows::id).toList());
    }

    /** Selects secrets by their ids, now or once they are found. */
    void choose(Collection<SecretId> ids) {
        lead = -1;
        selected.set(List.copyOf(ids));
        selectedRows = rows.indicesOf(new HashSet<>(ids));
        answers.set(answers.get() + 1);
    }

    /** Every row's secret from the first to before the last. */
    List<SecretId> ids(int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(to, rows.size()))
                .mapToObj(rows::id)
                .toList();
    }

    private void answer(long mine, Query query, Catalog.Hits hits) {
        if (mine != asked) {
            return;
        }
        boolean same = answered.get().filter(query::equals).isPresent();
        answering = true;
        rows.replace(hits);
        answering = false;
        selectedRows = rows.indicesOf(new HashSet<>(selected.get()));
        if (selectedRows.length == 0
                && same
                && lead >= 0
                && rows.size() > 0
                && !selected.get().isEmpty()) {
            selectedRows = new int[] {Math.min(lead, rows.size() - 1)};
        }
        answered.set(Optional.of(query));
        keepSelection();
        answers.set(answers.get() + 1);
    }

    private void keepSelection() {
        List<SecretId> found = Arrays.stream(selectedRows).mapToObj(rows::id).toList();
        if (!found.equals(selected.get())) {
            selected.set(found);
        }
    }
}
