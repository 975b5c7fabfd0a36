package dev.lockstep.ui.backups;

import dev.lockstep.ui.kit.FailureNote;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The backups, for a sheet of about 840 pixels. */
public final class BackupsView {
    static final double WIDTH = 840;
    static final double HEIGHT = 600;

    private final BackupsViewModel model;
    private final ZoneId zone;
    private final StackPane root = new StackPane();

    public BackupsView(BackupsViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        root.setPrefSize(WIDTH, HEIGHT);
        root.setMinSize(0, 0);
        model.stageProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private void show(Stage stage) {
        switch (stage) {
            case Stage.Working working -> working(working);
            case Stage.Listing listing -> lay(new ListPane(model, listing.rows(), zone, failure()).root());
            case Stage.Compared compared ->
                lay(new ComparePane(model, compared.backup(), compared.difference(), zone).root());
            case Stage.Checked checked -> lay(new CheckPane(model, checked).root());
            case Stage.Restored restored -> lay(OutcomePane.restored(model, restored, zone));
            case Stage.Repaired repaired -> lay(OutcomePane.repaired(model, repaired));
        }
    }

    private Node failure() {
        FailureNote note = new FailureNote();
        note.show(model.failureProperty().get().orElse(null));
        return note.root();
    }

    private void working(Stage.Working now) {
        if (!root.getChildren().isEmpty()
                && root.getChildren().getFirst().getUserData() instanceof WorkingPane shown
                && shown.task() == now.task()) {
            shown.show(now.done(), now.total());
            return;
        }
        WorkingPane pane = new WorkingPane(now.task(), model::cancel);
        pane.show(now.done(), now.total());
        lay(pane.root());
    }

    private void lay(Node page) {
        root.getChildren().setAll(page);
    }
}
