package dev.lockstep.ui.backups;

import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far work is, and a button to call it off. */
final class WorkingPane {
    private static final double WIDTH = 360;

    private final Task task;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final VBox root;

    WorkingPane(Task task, Runnable cancel) {
        this.task = task;
        bar.setPrefWidth(WIDTH);
        bar.accessibleTextProperty().bind(words.textProperty());
        words.getStyleClass().add("subtitle");
        Button off = new Button(Text.of("backups.cancel"));
        off.setId("cancel-work");
        off.setCancelButton(true);
        off.setOnAction(event -> cancel.run());
        root = new VBox(12, words, bar, off);
        root.setAlignment(Pos.CENTER);
        root.setUserData(this);
    }

    Node root() {
        return root;
    }

    Task task() {
        return task;
    }

    void show(long done, long total) {
        bar.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        words.setText(task.words());
    }
}
