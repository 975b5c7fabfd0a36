package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Panes;
import java.util.Objects;
import javafx.scene.Parent;

/** Sync, for a sheet of about 1080 pixels. */
public final class SyncView {
    static final double WIDTH = 1080;
    static final double HEIGHT = 720;

    private final SyncViewModel model;
    private final Panes panes;

    public SyncView(SyncViewModel model) {
        this.model = model;
        panes = new Panes("sync", Objects.requireNonNull(SyncView.class.getResource("sync.css")), model::leave);
        panes.root().setPrefSize(WIDTH, HEIGHT);
        model.stageProperty().subscribe(this::show);
        model.tabProperty()
                .subscribe((before, now) -> show(model.stageProperty().get()));
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return panes.root();
    }

    private void show(Stage stage) {
        switch (stage) {
            case Stage.Planning planning -> panes.lay(new PlanningPane(model));
            case Stage.Planned planned -> panes.lay(tab(planned));
            case Stage.Confirming confirming -> panes.lay(new ConfirmPane(model, confirming));
            case Stage.Doubting doubting -> panes.lay(new DoubtPane(model, doubting));
            case Stage.Checking checking -> panes.lay(new CheckingPane(model, checking));
            case Stage.Applying applying -> panes.lay(new ApplyingPane(model, applying));
            case Stage.Ended ended -> panes.lay(new EndedPane(model, ended));
        }
    }

    private Panes.Pane tab(Stage.Planned planned) {
        return switch (model.tabProperty().get()) {
            case PLAN -> new PlanPane(model, planned);
            case MATRIX -> new MatrixPane(model, planned);
            case THERE -> new TherePane(model, planned);
        };
    }
}
