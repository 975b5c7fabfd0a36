package dev.lockstep.ui.keys;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One line of the ways: a shape, the name over what there is to say of it, and buttons. */
final class WayRow {
    private final HBox root;

    WayRow(Feather shape, String name, String state) {
        Label title = new Label(name);
        title.getStyleClass().add("field-label");
        Label since = new Label(state);
        since.setWrapText(true);
        since.getStyleClass().add("hint");
        VBox words = new VBox(2, title, since);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(12, Icon.of(shape), words);
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinHeight(36);
    }

    /** Adds a button; {@code spoken} says what it does to whoever does not see the line it stands in. */
    WayRow button(String id, String words, String spoken, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(spoken);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(pressed -> action.run());
        root.getChildren().add(button);
        return this;
    }

    Parent root() {
        return root;
    }
}
