package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where there is nothing to show: one icon, one sentence, at most one action. */
final class EmptyState {
    private final VBox root = new VBox(12);

    EmptyState(Feather drawing, String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMaxWidth(340);
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("empty-words");
        var icon = Icon.of(drawing);
        icon.getStyleClass().add("empty-icon");
        root.getChildren().addAll(icon, words);
        root.setAlignment(Pos.CENTER);
        root.getStyleClass().add("empty-state");
    }

    EmptyState with(String verb, Runnable action) {
        Button button = new Button(verb);
        button.setOnAction(event -> action.run());
        root.getChildren().add(button);
        return this;
    }

    VBox root() {
        return root;
    }
}
