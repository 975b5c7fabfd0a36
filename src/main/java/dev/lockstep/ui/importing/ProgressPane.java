package dev.lockstep.ui.importing;

import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far the writing is. */
final class ProgressPane {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final VBox root = new VBox(8, bar, words);

    ProgressPane() {
        bar.setPrefWidth(320);
        bar.accessibleTextProperty().bind(words.textProperty());
        root.setAlignment(Pos.CENTER);
        root.setUserData(this);
    }

    Node root() {
        return root;
    }

    void show(Stage.Writing now) {
        bar.setProgress(now.total() == 0 ? 0 : (double) now.done() / now.total());
        words.setText(Text.of("import.writing", now.done(), now.total()));
    }
}
