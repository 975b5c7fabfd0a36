package dev.lockstep.ui.sync;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Sync, for a sheet of about 1080 pixels. */
public final class SyncView {
    static final double WIDTH = 1080;
    static final double HEIGHT = 720;

    private final SyncViewModel model;
    private final StackPane root = new StackPane();

    public SyncView(SyncViewModel model) {
        this.model = model;
        root.setMinSize(0, 0);
        root.setPrefSize(WIDTH, HEIGHT);
        root.getStyleClass().add("sync");
        root.getStylesheets()
                .add(Objects.requireNonNull(SyncView.class.getResource("sync.css"))
                        .toExternalForm());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.stageProperty().subscribe(this::show);
        model.tabProperty()
                .subscribe((before, now) -> show(model.stageProperty().get()));
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.leave();
        }
    }

    private void show(Stage stage) {
        switch (stage) {
            case Stage.Planning planning -> lay(new PlanningPane(model));
            case Stage.Planned planned -> lay(tab(planned));
            case Stage.Confirming confirming -> lay(new ConfirmPane(model, confirming));
            case Stage.Doubting doubting -> lay(new DoubtPane(model, doubting));
            case Stage.Checking checking -> lay(new CheckingPane(model, checking));
            case Stage.Applying applying -> lay(new ApplyingPane(model, applying));
            case Stage.Ended ended -> lay(new EndedPane(model, ended));
        }
    }

    private Pane tab(Stage.Planned planned) {
        return switch (model.tabProperty().get()) {
            case PLAN -> new PlanPane(model, planned);
            case MATRIX -> new MatrixPane(model, planned);
            case THERE -> new TherePane(model, planned);
        };
    }

    private void lay(Pane pane) {
        boolean first = root.getChildren().isEmpty();
        boolean keyboard = root.isFocusWithin();
        root.getChildren().setAll(pane.root());
        if (!first && (keyboard || root.getScene() != null)) {
            root.applyCss(); // panes that scroll hold their content only once they are styled
            pane.first().requestFocus();
        }
    }

    /** What the sheet shows at one time. */
    interface Pane {
        Parent root();

        /** What gets the keyboard. */
        Node first();
    }
}
