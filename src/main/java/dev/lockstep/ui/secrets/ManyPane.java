package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with several selected secrets at once. */
final class ManyPane {
    private final SecretsViewModel model;
    private final Label count = new Label();
    private final VBox root = new VBox(8);

    ManyPane(SecretsViewModel model) {
        this.model = model;
        count.getStyleClass().add("details-name");
        VBox.setMargin(count, new Insets(0, 0, 8, 0));
        root.getStyleClass().add("details-content");
        root.getChildren()
                .addAll(
                        count,
                        button(Action.FAVOURITE, Feather.STAR),
                        button(Action.TAGS, Feather.TAG),
                        button(Action.MOVE, Feather.FOLDER),
                        button(Action.ROTATE, Feather.REFRESH_CW),
                        button(Action.TRASH, Feather.TRASH_2),
                        button(Action.RESTORE, Feather.CORNER_UP_LEFT),
                        button(Action.DELETE_FOR_GOOD, Feather.TRASH_2));
    }

    Node of(int selected) {
        count.setText(Text.of("secrets.selected", selected));
        return root;
    }

    private Button button(Action action, Feather drawing) {
        Button button = new Button(action.words(), Icon.of(drawing));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> model.run(action));
        button.managedProperty().bind(button.visibleProperty());
        model.enabled(action).subscribe(button::setVisible);
        action.shortcut()
                .map(keys -> keys.hint(action.words()))
                .map(Tooltip::new)
                .ifPresent(button::setTooltip);
        return button;
    }
}
