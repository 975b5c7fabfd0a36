package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** While a plan is made, and if none could be made. */
final class PlanningPane implements Panes.Pane {
    private final Button close;
    private final Parent root;

    PlanningPane(SyncViewModel model) {
        close = Controls.button("close-sync", Text.of("sync.close"), model::close);
        Label words = new Label(Text.of("sync.planning"));
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(320);
        bar.setAccessibleText(Text.of("sync.planning"));
        VBox body = new VBox(12, words, bar);
        body.setAlignment(Pos.CENTER);
        body.setPadding(new Insets(24));
        model.failureProperty().subscribe(failed -> body.setVisible(failed.isEmpty()));
        root = new SheetPage(Text.of("sync.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(SheetPage.spring(), close)
                .filling()
                .root();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return close;
    }
}
