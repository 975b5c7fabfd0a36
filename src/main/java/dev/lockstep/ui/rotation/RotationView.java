package dev.lockstep.ui.rotation;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Rotation runs, for a sheet of about 1000 pixels. */
public final class RotationView {
    static final double WIDTH = 1000;
    static final double HEIGHT = 680;

    private final RotationViewModel model;
    private final StackPane root = new StackPane();

    public RotationView(RotationViewModel model) {
        this.model = model;
        root.setMinSize(0, 0);
        root.setPrefSize(WIDTH, HEIGHT);
        root.getStyleClass().add("rotation");
        root.getStylesheets()
                .add(Objects.requireNonNull(RotationView.class.getResource("rotation.css"))
                        .toExternalForm());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.stepProperty().subscribe(this::show);
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

    private void show(Step step) {
        lay(
                switch (step) {
                    case Step.Reading reading -> new ReadingPane(model, reading);
                    case Step.Runs runs -> new RunsPane(model, runs);
                    case Step.Choosing choosing -> new ChoosingPane(model, choosing.choices());
                    case Step.Running running -> new RunPane(model, running.run());
                    case Step.Entering entering -> new EnteringPane(model, entering.values());
                    case Step.GivingUp asked -> new GivingUpPane(model, asked.run());
                });
    }

    private void lay(Pane pane) {
        boolean keyboard = root.isFocusWithin();
        root.getChildren().setAll(pane.root());
        if (keyboard) {
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
