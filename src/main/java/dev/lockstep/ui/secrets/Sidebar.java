package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Query.Scope;
import dev.lockstep.words.Text;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pane on the left: where to look. */
final class Sidebar {
    private static final double LINE = 32;

    private final SidebarViewModel model;
    private final ListView<SidebarItem> places = new ListView<>();
    private final VBox root = new VBox(places);
    private boolean choosing;

    Sidebar(SecretsViewModel screen) {
        model = screen.parts().sidebar();
        places.setItems(model.items());
        places.setCellFactory(any -> new SidebarCell(screen));
        places.setFixedCellSize(LINE);
        places.getStyleClass().add("places");
        places.setAccessibleText(Text.of("secrets.sidebar"));
        VBox.setVgrow(places, Priority.ALWAYS);
        root.getStyleClass().add("sidebar");
        root.setMinWidth(0);
        places.getSelectionModel().selectedIndexProperty().addListener((index, before, now) -> {
            if (!choosing) {
                chosen(before.intValue(), now.intValue());
            }
        });
        model.items().addListener((ListChangeListener<SidebarItem>)
                change -> show(model.chosenProperty().get()));
        model.chosenProperty().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    private void chosen(int before, int now) {
        if (now < 0) {
            return;
        }
        switch (places.getItems().get(now)) {
            case SidebarItem.Place place -> model.choose(place.scope());
            case SidebarItem.Heading heading -> skip(before, now);
        }
    }

    /** A heading is stepped over in the direction of the way there. */
    private void skip(int before, int heading) {
        int next = before < heading ? heading + 1 : heading - 1;
        if (next >= 0 && next < places.getItems().size()) {
            Platform.runLater(() -> places.getSelectionModel().select(next));
        }
    }

    private void show(@Nullable Scope scope) {
        choosing = true;
        for (int i = 0; i < places.getItems().size(); i++) {
            if (places.getItems().get(i) instanceof SidebarItem.Place place
                    && place.scope().equals(scope)) {
                places.getSelectionModel().select(i);
                places.getFocusModel().focus(i);
            }
        }
        choosing = false;
    }
}
