package dev.lockstep.ui.keys;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is to be said above the ways. */
final class Notices {
    private Notices() {}

    /** Key slots are not as they were last saved. */
    static Node altered(Runnable drop) {
        Button button = new Button(Text.of("ways.altered.drop"));
        button.setId("drop-altered");
        button.setOnAction(pressed -> drop.run());
        return notice(
                "notice-bad", Feather.ALERT_TRIANGLE, Text.of("ways.altered"), Text.of("ways.altered.more"), button);
    }

    static Node readOnly() {
        return notice("notice-info", Feather.EYE, Text.of("ways.read-only"), "");
    }

    /** What was done last. */
    static Node done(Notice notice, Runnable rekey) {
        if (!notice.offersRekey()) {
            return notice("notice-info", Feather.CHECK, notice.done(), notice.more());
        }
        Button button = new Button(Text.of("ways.rekey"));
        button.setId("offered-rekey");
        button.setOnAction(pressed -> rekey.run());
        return notice("notice-info", Feather.CHECK, notice.done(), notice.more(), button);
    }

    private static Node notice(String style, Feather shape, String title, String more, Button... actions) {
        Label heading = new Label(title);
        heading.setWrapText(true);
        heading.getStyleClass().add("notice-title");
        VBox words = new VBox(4, heading);
        if (!more.isEmpty()) {
            Label text = new Label(more);
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(text);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, Icon.of(shape), words);
        for (Button action : actions) {
            action.getStyleClass().add(Styles.SMALL);
            action.setMinWidth(Button.USE_PREF_SIZE);
            line.getChildren().add(action);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice", style);
        return line;
    }
}
