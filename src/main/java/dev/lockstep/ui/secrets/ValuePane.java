package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.words.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The value of the selected secret: masked, shown for a while, copied without being shown. */
final class ValuePane {
    private final SecretsViewModel model;
    private final DetailsViewModel details;
    private final SecretLabel drawing = new SecretLabel();
    private final Button reveal = new Button();
    private final Label facts = new Label();
    private final Label warning = new Label(null, Icon.of(Feather.ALERT_TRIANGLE));
    private final VBox root;

    ValuePane(SecretsViewModel model) {
        this.model = model;
        details = model.parts().details();
        Button copy = new Button(Text.of("secrets.copy"), Icon.of(Feather.COPY));
        prepare(reveal, Action.REVEAL);
        prepare(copy, Action.COPY_VALUE);
        HBox buttons = new HBox(8, reveal, copy);
        facts.getStyleClass().add("hint");
        facts.setWrapText(true);
        warning.setWrapText(true);
        warning.getStyleClass().add("warn-text");
        warning.managedProperty().bind(warning.visibleProperty());
        VBox frame = new VBox(drawing);
        frame.getStyleClass().add("value-frame");
        root = new VBox(8, frame, buttons, facts, warning);
        details.lookProperty().subscribe(this::look);
        details.secondsLeftProperty().subscribe(left -> button());
    }

    VBox root() {
        return root;
    }

    /** Draws the selected secret as it is now. */
    void refresh() {
        look(details.lookProperty().get());
    }

    private void prepare(Button button, Action action) {
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(event -> model.run(action));
        model.enabled(action).subscribe(now -> button.setDisable(!now));
        action.shortcut()
                .map(keys -> keys.hint(action.words()))
                .map(Tooltip::new)
                .ifPresent(button::setTooltip);
    }

    private void look(Look look) {
        String size = details.entry()
                .map(entry -> Text.of("secrets.facts", Wording.size(entry.size()), Wording.strength(entry.strength())))
                .orElse("");
        facts.setText(size);
        warning.setVisible(false);
        switch (look) {
            case Look.Masked masked -> mask();
            case Look.Opening opening -> mask();
            case Look.Revealed revealed -> {
                drawing.show(revealed.value());
                tell(size, revealed.edges());
            }
            case Look.Hinted hinted -> drawing.show(hinted.hint());
        }
        button();
    }

    private void mask() {
        if (details.entry().filter(entry -> entry.size() == 0).isPresent()) {
            drawing.showEmpty();
        } else {
            drawing.mask();
        }
    }

    private void tell(String size, Edges found) {
        String lines = found.lines() > 1 ? Text.of("secrets.edges.lines", size, found.lines()) : size;
        facts.setText(found.suspicious() ? lines : Text.of("secrets.edges.fine", lines));
        warning.setText(found.words());
        warning.setVisible(found.suspicious());
    }

    private void button() {
        boolean revealed = details.lookProperty().get() instanceof Look.Revealed;
        int left = details.secondsLeftProperty().get();
        reveal.setText(
                !revealed
                        ? Text.of("secrets.show")
                        : left > 0 ? Text.of("secrets.hide-in", left) : Text.of("secrets.hide"));
        reveal.setGraphic(Icon.of(revealed ? Feather.EYE_OFF : Feather.EYE));
    }
}
