package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The matrix as it is shown: which lines, which cell is chosen, and whether the legend and the evidence are open. */
final class MatrixList {
    private final Matrix matrix;
    private final ObjectProperty<Gap> gap = new SimpleObjectProperty<>(Gap.ALL);
    private final ObjectProperty<Optional<Spot>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty legend = new SimpleBooleanProperty();
    private final BooleanProperty evidence = new SimpleBooleanProperty();
    private final ObservableList<Matrix.Entry> entries = FXCollections.observableArrayList();

    MatrixList(Matrix matrix) {
        this.matrix = matrix;
        gap.subscribe(this::lay);
    }

    /** A cell. */
    record Spot(Matrix.Entry entry, RemoteId remote) {
        Matrix.Cell cell() {
            return entry.cell(remote);
        }
    }

    Matrix matrix() {
        return matrix;
    }

    ObjectProperty<Gap> gapProperty() {
        return gap;
    }

    ObjectProperty<Optional<Spot>> chosenProperty() {
        return chosen;
    }

    BooleanProperty legendProperty() {
        return legend;
    }

    /** Whether what is known of the chosen cell is told. */
    BooleanProperty evidenceProperty() {
        return evidence;
    }

    ObservableList<Matrix.Entry> entries() {
        return entries;
    }

    /** Takes over what was shown before. */
    void as(MatrixList before) {
        gap.set(before.gap.get());
        legend.set(before.legend.get());
        evidence.set(before.evidence.get());
        chosen.set(before.chosen.get().flatMap(this::same));
    }

    private Optional<Spot> same(Spot before) {
        return entries.stream()
                .filter(entry -> entry.secret().equals(before.entry().secret())
                        && entry.name().equals(before.entry().name()))
                .findFirst()
                .map(entry -> new Spot(entry, before.remote()));
    }

    int count(Gap filter) {
        return (int) matrix.entries().stream().filter(filter::accepts).count();
    }

    private void lay(Gap now) {
        List<Matrix.Entry> shown =
                matrix.entries().stream().filter(now::accepts).toList();
        entries.setAll(shown);
        chosen.set(chosen.get().filter(spot -> shown.contains(spot.entry())));
    }
}
