package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.FailureNote;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The one that Enter presses. */
    static Button primary(String id, String words, Runnable action) {
        Button button = button(id, words, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** The note of what failed, with room below it while there is one. */
    static Node failure(RemotesViewModel model) {
        FailureNote note = new FailureNote();
        VBox box = new VBox(note.root());
        box.managedProperty().bind(note.root().visibleProperty());
        box.setPadding(new Insets(0, 0, 8, 0));
        model.failureProperty().subscribe(words -> note.show(words.orElse(null)));
        return box;
    }
}
