package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Controls;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** A field for a number; before it is typed there, the button cannot be pressed, and Enter does nothing. */
    static TextField typed(String id, TypedCount count, Button then, Runnable action) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(8);
        field.setMaxWidth(160);
        field.textProperty().bindBidirectional(count.typedProperty());
        field.setOnAction(event -> action.run());
        count.typedProperty().subscribe(now -> then.setDisable(!count.isTyped()));
        return field;
    }

    static Node labelled(String words, TextField field) {
        Label label = Controls.wrapped(words, "words");
        label.setLabelFor(field);
        return new VBox(8, label, field);
    }
}
