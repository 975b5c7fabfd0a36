package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** The one that Enter presses. */
    static Button primary(String id, String words, Runnable action) {
        Button button = Controls.button(id, words, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
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
