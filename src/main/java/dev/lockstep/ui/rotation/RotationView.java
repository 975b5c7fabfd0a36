package dev.lockstep.ui.rotation;

import dev.lockstep.ui.kit.Panes;
import java.util.Objects;
import javafx.scene.Parent;

/** Rotation runs, for a sheet of about 1000 pixels. */
public final class RotationView {
    static final double WIDTH = 1000;
    static final double HEIGHT = 680;

    private final RotationViewModel model;
    private final Panes panes;

    public RotationView(RotationViewModel model) {
        this.model = model;
        panes = new Panes(
                "rotation", Objects.requireNonNull(RotationView.class.getResource("rotation.css")), model::leave);
        panes.root().setPrefSize(WIDTH, HEIGHT);
        model.stepProperty().subscribe(this::show);
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return panes.root();
    }

    private void show(Step step) {
        panes.lay(
                switch (step) {
                    case Step.Reading reading -> new ReadingPane(model, reading);
                    case Step.Runs runs -> new RunsPane(model, runs);
                    case Step.Choosing choosing -> new ChoosingPane(model, choosing.choices());
                    case Step.Running running -> new RunPane(model, running.run());
                    case Step.Entering entering -> new EnteringPane(model, entering.values());
                    case Step.GivingUp asked -> new GivingUpPane(model, asked.run());
                });
    }
}
