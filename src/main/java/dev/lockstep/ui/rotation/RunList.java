package dev.lockstep.ui.rotation;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.rotation.Cell;
import dev.lockstep.sync.rotation.Line;
import dev.lockstep.sync.rotation.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A run as rows: each secret here, where it wants a value or has no remote, and at each remote. */
final class RunList {
    private final Survey survey;
    private final Map<RemoteId, String> remotes;
    private final List<Item> all = new ArrayList<>();
    private final ObservableList<Item> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.OPEN);
    private final ObjectProperty<Optional<Item>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** @param remotes names of remotes as the user wrote them */
    RunList(Survey survey, Map<RemoteId, String> remotes) {
        this.survey = survey;
        this.remotes = Map.copyOf(remotes);
        for (Line line : survey.lines()) {
            if (line.wantsValue() || line.cells().isEmpty()) {
                all.add(new Item(line, Optional.empty()));
            }
            line.cells().forEach(cell -> all.add(new Item(line, Optional.of(cell))));
        }
        if (survey.isDone()) {
            show.set(Show.ALL);
        }
        lay();
        show.subscribe((before, now) -> lay());
    }

    Survey survey() {
        return survey;
    }

    String remote(RemoteId id) {
        return remotes.getOrDefault(id, "");
    }

    ObservableList<Item> shown() {
        return shown;
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    ObjectProperty<Optional<Item>> chosenProperty() {
        return chosen;
    }

    int count(Show filter) {
        return (int) all.stream().filter(filter::accepts).count();
    }

    int size() {
        return all.size();
    }

    /** The cell that is chosen, if the user may take it on trust. */
    List<Cell> acceptableChosen() {
        return chosen.get().flatMap(Item::cell).filter(Cell::acceptable).stream()
                .toList();
    }

    List<Cell> acceptable() {
        return survey.open().stream().filter(Cell::acceptable).toList();
    }

    /** Whether a plan can push something. */
    boolean isPushable() {
        return survey.lines().stream()
                .filter(line -> !line.wantsValue())
                .flatMap(line -> line.cells().stream())
                .anyMatch(cell -> !cell.stage().isDone());
    }

    /** Shows and chooses what was before, as far as it is still there. */
    void as(RunList before) {
        if (survey.rotation().isOpen()) {
            show.set(before.show.get());
        }
        before.chosen.get().ifPresent(item -> choose(item));
    }

    private void choose(Item before) {
        chosen.set(shown.stream().filter(item -> isSame(item, before)).findFirst());
    }

    private static boolean isSame(Item one, Item other) {
        return one.line().secret().equals(other.line().secret())
                && one.cell().map(Cell::remote).equals(other.cell().map(Cell::remote))
                && one.cell().map(Cell::there).equals(other.cell().map(Cell::there));
    }

    private void lay() {
        Optional<Item> before = chosen.get();
        shown.setAll(all.stream().filter(show.get()::accepts).toList());
        chosen.set(before.filter(shown::contains));
    }
}
