package dev.lockstep.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Controls as sheets use them. */
public final class Controls {
    private Controls() {}

    /** A button that is never cut. */
    public static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A label that takes as many lines as it needs. */
    public static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** The one that Enter presses, and that is never cut. */
    public static Button primary(String id, String words, Runnable action) {
        Button button = button(id, words, action);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDefaultButton(true);
        return button;
    }

    /**
     * What a field is called, above it.
     *
     * @param shown the field, or what it is part of
     */
    public static VBox labelled(String words, Node field, Node shown) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, shown);
    }

    /** A framed note of one or more lines with a shape before them. */
    public static HBox notice(Feather shape, String style, Node... lines) {
        VBox box = new VBox(4, lines);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox notice = new HBox(12, Icon.of(shape), box);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.getStyleClass().addAll("notice", style);
        return notice;
    }

    /** Has a node there or takes no room for it. */
    public static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Esc gives the text of a search up before it leaves anything; Down and Enter go on to what was found. */
    public static void searching(TextField search, Runnable found) {
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                key.consume();
                search.clear();
            } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                key.consume();
                found.run();
            }
        });
    }
}
