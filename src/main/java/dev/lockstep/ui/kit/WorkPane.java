package dev.lockstep.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far work is, in the middle of a sheet, and a button to call it off. */
public final class WorkPane implements Panes.Pane {
    private static final double BAR = 320;

    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel;
    private final Parent root;

    /**
     * Makes the pane of one work.
     *
     * @param title of the sheet
     * @param cancel calls the work off, and gets the keyboard
     * @param width of the sheet in pixels
     * @param height of the sheet in pixels
     */
    public WorkPane(String title, Button cancel, double width, double height) {
        this.cancel = cancel;
        bar.setPrefWidth(BAR);
        bar.accessibleTextProperty().bind(words.textProperty());
        words.getStyleClass().add("subtitle");
        VBox body = new VBox(12, words, bar);
        body.setAlignment(Pos.CENTER);
        root = new SheetPage(title, body)
                .buttons(SheetPage.spring(), cancel)
                .filling()
                .prefSize(width, height)
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return cancel;
    }

    /**
     * Tells how far the work is.
     *
     * @param what in words
     * @param done pieces of the work
     * @param total of the same pieces, 0 while it is not known
     */
    public void show(String what, long done, long total) {
        bar.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        words.setText(what);
    }
}
