package dev.lockstep.ui.exporting;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** How far the writing is, and a button to call it off. */
final class WorkPane implements Panes.Pane {
    private static final double BAR = 320;

    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Parent root;

    WorkPane(ExportViewModel model) {
        Label words = new Label(Text.of("exporting.working"));
        words.getStyleClass().add("subtitle");
        bar.setPrefWidth(BAR);
        bar.setAccessibleText(words.getText());
        cancel = Controls.button("export-cancel", Text.of("exporting.cancel"), model::leave);
        VBox body = new VBox(12, words, bar);
        body.setAlignment(Pos.CENTER);
        root = new SheetPage(Text.of("exporting.title"), body)
                .buttons(SheetPage.spring(), cancel)
                .filling()
                .prefSize(ExportView.WIDTH, ExportView.HEIGHT)
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

    void show(Stage.Working now) {
        bar.setProgress(now.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) now.done() / now.total());
    }
}
