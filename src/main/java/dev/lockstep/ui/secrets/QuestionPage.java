package dev.lockstep.ui.secrets;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame of a question: title, body, and buttons with the primary one last. */
final class QuestionPage {
    private final VBox root;

    QuestionPage(String title, Node body, Button... buttons) {
        Label heading = new Label(title);
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        heading.getStyleClass().add("title");
        HBox line = new HBox(8, buttons);
        line.setAlignment(Pos.CENTER_RIGHT);
        line.getStyleClass().add("question-buttons");
        root = new VBox(16, heading, body, line);
        root.getStyleClass().add("question");
        root.setMaxHeight(Region.USE_PREF_SIZE);
    }

    Parent root() {
        return root;
    }
}
