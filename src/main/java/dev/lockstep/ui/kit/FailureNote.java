package dev.lockstep.ui.kit;

import dev.lockstep.words.FailureWords;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A framed note that tells a failure where it arose: what happened, what it means, what to do, and the code. Takes no room while empty. */
public final class FailureNote {
    private final Label what = text("failure-what");
    private final Label more = text("failure-more");
    private final Label code = text("hint");
    private final HBox root;

    /** An empty note. */
    public FailureNote() {
        Node icon = Icon.of(Feather.ALERT_CIRCLE);
        VBox words = new VBox(4, what, more, code);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(12, icon, words);
        root.getStyleClass().add("failure-note");
        root.setFocusTraversable(false);
        show(null);
    }

    /** A note that shows what failed last, with room below it while there is anything. */
    public static Node of(ObservableValue<Optional<FailureWords>> failure) {
        FailureNote note = new FailureNote();
        VBox box = new VBox(note.root());
        box.setPadding(new Insets(0, 0, 8, 0));
        box.managedProperty().bind(note.root().visibleProperty());
        failure.subscribe(words -> note.show(words.orElse(null)));
        return box;
    }

    public Parent root() {
        return root;
    }

    /** Shows a failure, or nothing. */
    public void show(@Nullable FailureWords words) {
        root.setVisible(words != null);
        root.setManaged(words != null);
        what.setText(words == null ? "" : words.what());
        more.setText(words == null ? "" : words.meaning() + " " + words.advice());
        code.setText(words == null ? "" : words.code());
        root.setAccessibleText(words == null ? "" : words.what() + ". " + words.meaning() + " " + words.advice());
    }

    private static Label text(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
