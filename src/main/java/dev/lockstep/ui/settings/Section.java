package dev.lockstep.ui.settings;

import dev.lockstep.ui.kit.Icon;
import javafx.beans.binding.StringBinding;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card of settings under a heading: words on the left, the choice on the right. */
final class Section {
    private final GridPane rows = new GridPane(24, 12);
    private final VBox root;

    Section(String heading) {
        Label title = new Label(heading);
        title.getStyleClass().add("section");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints choice = new ColumnConstraints();
        choice.setHalignment(HPos.RIGHT);
        rows.getColumnConstraints().addAll(words, choice);
        rows.getStyleClass().add("card");
        root = new VBox(8, title, rows);
    }

    Node root() {
        return root;
    }

    /** Adds a choice with a sentence that explains it. */
    Section row(String words, String explanation, Control choice) {
        Label label = new Label(words);
        label.setLabelFor(choice);
        choice.setAccessibleHelp(explanation);
        return lay(new VBox(label, hint(explanation)), choice);
    }

    /** Adds a fact. */
    Section fact(String words, Node fact) {
        Label label = new Label(words);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return lay(label, fact);
    }

    private Section lay(Node words, Node content) {
        rows.addRow(rows.getRowCount(), words, content);
        return this;
    }

    /** Adds a warning that takes room only while there is something to warn of. */
    Section warning(StringBinding words) {
        Label warning = new Label("", Icon.of(Feather.ALERT_TRIANGLE));
        warning.textProperty().bind(words);
        warning.setWrapText(true);
        warning.getStyleClass().add("warn-text");
        warning.visibleProperty().bind(words.isNotEmpty());
        warning.managedProperty().bind(words.isNotEmpty());
        rows.add(warning, 0, rows.getRowCount(), 2, 1);
        return this;
    }

    private static Label hint(String words) {
        Label hint = new Label(words);
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        return hint;
    }
}
