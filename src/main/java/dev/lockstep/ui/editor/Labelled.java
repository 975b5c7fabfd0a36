package dev.lockstep.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field under its label. */
final class Labelled {
    private Labelled() {}

    /** @param named the control that the label belongs to */
    static VBox above(String words, Node named, Node... content) {
        VBox box = new VBox(4, label(words, named));
        box.getChildren().addAll(content);
        box.setFillWidth(true);
        return box;
    }

    static Label label(String words, Node named) {
        Label label = new Label(words);
        label.setLabelFor(named);
        label.getStyleClass().add("section");
        return label;
    }
}
