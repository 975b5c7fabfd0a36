package dev.lockstep.ui.remotes;

import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.vault.Direction;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which way values go, and whether anything is deleted there. */
final class UseBox {
    private final VBox root;

    UseBox(Use use) {
        Label heading = new Label(Text.of("remotes.use"));
        heading.getStyleClass().add("section");
        ComboBox<Direction> direction = new ComboBox<>();
        direction.setId("remote-direction");
        direction.setConverter(new Choice<>(UseBox::words));
        direction.getItems().setAll(use.directions());
        direction.valueProperty().bindBidirectional(use.directionProperty());
        direction.setMaxWidth(Double.MAX_VALUE);
        String hint = use.directions().size() > 1
                ? Text.of("remotes.use.direction.hint")
                : Text.of("remotes.use.direction.push-only");
        FieldBox way = new FieldBox(Text.of("remotes.use.direction"), direction, hint, 0, Optional::empty);
        CheckBox deletions = new CheckBox(Text.of("remotes.use.deletions"));
        deletions.setId("remote-deletions");
        deletions.setWrapText(true);
        deletions.selectedProperty().bindBidirectional(use.deletionsProperty());
        use.directionProperty().subscribe(now -> deletions.setDisable(!use.deletes()));
        Label note = Controls.wrapped(Text.of("remotes.use.deletions.hint"), "hint");
        root = new VBox(16, heading, way.root(), new VBox(4, deletions, note));
    }

    Node root() {
        return root;
    }

    private static String words(Direction direction) {
        return switch (direction) {
            case PUSH -> Text.of("remotes.use.push");
            case PULL -> Text.of("remotes.use.pull");
            case TWO_WAY -> Text.of("remotes.use.two-way");
        };
    }
}
