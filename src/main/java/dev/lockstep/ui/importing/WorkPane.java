package dev.lockstep.ui.importing;

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

/** How far work is, and a button to call it off. */
final class WorkPane implements Panes.Pane {
    private static final double BAR = 320;

    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel;
    private final Parent root;

    WorkPane(ImportViewModel model) {
        bar.setPrefWidth(BAR);
        bar.accessibleTextProperty().bind(words.textProperty());
        words.getStyleClass().add("subtitle");
        cancel = Controls.button("import-cancel", Text.of("import.cancel"), model::leave);
        VBox body = new VBox(12, words, bar);
        body.setAlignment(Pos.CENTER);
        root = new SheetPage(Text.of("import.title"), body)
                .buttons(SheetPage.spring(), cancel)
                .filling()
                .prefSize(ImportView.WIDTH, ImportView.HEIGHT)
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
        words.setText(
                switch (now.work()) {
                    case LOOKING -> Text.of("import.work.looking");
                    case READING -> Text.of("import.work.reading");
                    case COMPARING -> Text.of("import.work.comparing");
                    case WRITING -> Text.of("import.work.writing", now.done(), now.total());
                });
    }
}
