package dev.lockstep.ui.kit.credentials;

import dev.lockstep.ui.kit.Icon;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One live line below a field: a shape, a colour and a sentence. It keeps its height while there is nothing to say. */
public final class CheckLine {
    private final FontIcon icon = Icon.of(Feather.INFO);
    private final Label words = new Label();
    private final HBox root = new HBox(8, icon, words);

    /** An empty line. */
    public CheckLine() {
        words.setWrapText(true);
        words.setMinHeight(16);
        root.setMinHeight(20);
        HBox.setHgrow(words, Priority.ALWAYS);
        root.setAlignment(Pos.TOP_LEFT);
        root.getStyleClass().add("check-line");
        clear();
    }

    /** How to take what is said. */
    public enum Tone {
        PLAIN("check-plain", Feather.INFO),
        GOOD("check-good", Feather.CHECK),
        CAREFUL("check-careful", Feather.ALERT_TRIANGLE),
        BAD("check-bad", Feather.X);

        private final String style;
        private final Feather shape;

        Tone(String style, Feather shape) {
            this.style = style;
            this.shape = shape;
        }
    }

    public Parent root() {
        return root;
    }

    public void clear() {
        say(Tone.PLAIN, "");
        icon.setVisible(false);
    }

    public void say(Tone tone, String sentence) {
        icon.setIconCode(tone.shape);
        icon.setVisible(true);
        words.setText(sentence);
        root.getStyleClass().setAll("check-line", tone.style);
    }
}
