package dev.lockstep.ui.rotation;

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

/** While something is read, and if it could not be. */
final class ReadingPane implements Panes.Pane {
    private final Button close;
    private final Parent root;

    ReadingPane(RotationViewModel model, Step.Reading reading) {
        close = Controls.button("close-rotation", Text.of("rotation.close"), model::close);
        ProgressBar bar = new ProgressBar(reading.done());
        bar.setPrefWidth(320);
        bar.setAccessibleText(Text.of("rotation.reading"));
        VBox body = new VBox(12, new Label(Text.of("rotation.reading")), bar);
        body.setAlignment(Pos.CENTER);
        body.setPadding(new Insets(24));
        model.failureProperty().subscribe(failed -> body.setVisible(failed.isEmpty()));
        root = new SheetPage(Text.of("rotation.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(SheetPage.spring(), close)
                .filling()
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT)
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
