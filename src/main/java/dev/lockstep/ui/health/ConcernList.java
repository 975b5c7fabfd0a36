package dev.lockstep.ui.health;

import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.vault.Finding.Concern;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;

/** What findings can be about; the chosen one is what the list beside it shows. */
final class ConcernList {
    private static final double LINE = 28;

    private final HealthViewModel model;
    private final ListView<Shown> list = new ListView<>();

    ConcernList(HealthViewModel model) {
        this.model = model;
        List<Shown> places = Stream.concat(
                        Stream.<Shown>of(new Shown.Everything()),
                        Arrays.stream(Concern.values()).map(Shown.About::new))
                .toList();
        list.getItems().setAll(places);
        list.setCellFactory(view -> new ConcernCell(model));
        list.setFixedCellSize(LINE);
        list.setId("concerns");
        list.setAccessibleText(Text.of("health.concerns"));
        list.getStyleClass().addAll("concerns", "edge-to-edge", Sheet.FIRST_FOCUS);
        model.overviewProperty().subscribe(now -> list.refresh());
        model.shownProperty().subscribe(this::mark);
        list.getSelectionModel().selectedItemProperty().subscribe(this::picked);
    }

    Node node() {
        return list;
    }

    private void picked(Shown now) {
        if (now != null && !now.equals(model.shownProperty().get())) {
            model.pick(now);
        }
    }

    /** A bar of a picture is none of these. */
    private void mark(Shown now) {
        if (list.getItems().contains(now)) {
            list.getSelectionModel().select(now);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }
}
