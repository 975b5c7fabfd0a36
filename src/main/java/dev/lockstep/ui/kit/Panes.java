package dev.lockstep.ui.kit;

import java.net.URL;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The place where a sheet shows one pane after the other. The keyboard goes with them, and Esc that a pane did not use leads back. */
public final class Panes {
    private final StackPane root = new StackPane();

    /**
     * Shows nothing yet.
     *
     * @param style class of all that is in it
     * @param sheet its style sheet
     * @param leave what Esc does
     */
    public Panes(String style, URL sheet, Runnable leave) {
        root.setMinSize(0, 0);
        root.getStyleClass().add(style);
        root.getStylesheets().add(sheet.toExternalForm());
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                leave.run();
            }
        });
    }

    /** What the sheet shows at one time. */
    public interface Pane {
        Parent root();

        /** What gets the keyboard. */
        Node first();
    }

    /** To be laid into a sheet. */
    public Region root() {
        return root;
    }

    /** Shows this in place of what was shown, and gives it the keyboard if that was here. A sheet gives it to what it gets first. */
    public void lay(Pane pane) {
        boolean keyboard =
                root.getScene() != null && Sheet.holds(root, root.getScene().getFocusOwner());
        mark(pane.first());
        root.getChildren().setAll(pane.root());
        if (keyboard) {
            root.applyCss(); // panes that scroll hold their content only once they are styled
            pane.first().requestFocus();
        }
    }

    private static void mark(Node first) {
        if (!first.getStyleClass().contains(Sheet.FIRST_FOCUS)) {
            first.getStyleClass().add(Sheet.FIRST_FOCUS);
        }
    }
}
