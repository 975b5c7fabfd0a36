package dev.lockstep.ui.create;

import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The title of a step over a bar that shows how far the wizard has come. */
final class StepHeader {
    private final Label count = new Label();
    private final Label title = new Label();
    private final HBox bar = new HBox(4);
    private final VBox root = new VBox(8, bar, new VBox(2, count, title));

    StepHeader() {
        count.getStyleClass().add("hint");
        title.getStyleClass().add("title");
        for (int i = 0; i < Step.COUNT; i++) {
            Region part = new Region();
            HBox.setHgrow(part, Priority.ALWAYS);
            bar.getChildren().add(part);
        }
    }

    Parent root() {
        return root;
    }

    void show(Step step) {
        count.setText(Text.of("create.step", step.number(), Step.COUNT));
        title.setText(words(step));
        for (int i = 0; i < bar.getChildren().size(); i++) {
            bar.getChildren().get(i).getStyleClass().setAll("step-part", i < step.number() ? "filled" : "open");
        }
    }

    private static String words(Step step) {
        return switch (step) {
            case PLACE -> Text.of("create.place.title");
            case PASSWORD -> Text.of("create.password.title");
            case RECOVERY -> Text.of("create.recovery.title");
            case DEFAULTS -> Text.of("create.defaults.title");
            case START -> Text.of("create.start.title");
        };
    }
}
