package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One line under a field: a shape, a sentence, and at most one button that mends it. */
final class Message {
    private Message() {}

    static Node warning(String words, @Nullable Button fix) {
        return line(Feather.ALERT_TRIANGLE, "warn-text", words, fix);
    }

    /** Something that was done unasked. */
    static Node note(String words, Button undo) {
        return line(Feather.REFRESH_CW, "subtitle", words, undo);
    }

    static Node problem(String words) {
        return line(Feather.X_CIRCLE, "error-text", words, null);
    }

    /** A small button for a message. */
    static Button fix(String words, Runnable action) {
        Button fix = new Button(words);
        fix.setMnemonicParsing(false);
        fix.getStyleClass().add("small");
        fix.setMinWidth(Button.USE_PREF_SIZE);
        fix.setOnAction(event -> action.run());
        return fix;
    }

    private static Node line(Feather shape, String style, String words, @Nullable Button fix) {
        Label label = new Label(words, Icon.of(shape));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        if (fix != null) {
            line.getChildren().addAll(SheetPage.spring(), fix);
        }
        return line;
    }
}
