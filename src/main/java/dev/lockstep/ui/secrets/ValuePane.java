package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Entry;
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
    private final Label edges = new Label();
    private final Label countdown = new Label();
    private final VBox root;

    ValuePane(SecretsViewModel model) {
        this.model = model;
        details = model.parts().details();
        Button copy = new Button(Text.of("secrets.copy"), Icon.of(Feather.COPY));
        prepare(reveal, Action.REVEAL);
        prepare(copy, Action.COPY_VALUE);
        HBox buttons = new HBox(8, reveal, copy);
        facts.getStyleClass().add("hint");
        edges.setWrapText(true);
        countdown.getStyleClass().add("hint");
        countdown.managedProperty().bind(countdown.visibleProperty());
        edges.managedProperty().bind(edges.visibleProperty());
        VBox frame = new VBox(drawing);
        frame.getStyleClass().add("value-frame");
        root = new VBox(8, frame, buttons, countdown, facts, edges);
        details.lookProperty().subscribe(this::look);
        details.secondsLeftProperty().subscribe(left -> countdown(left.intValue()));
    }

    VBox root() {
        return root;
    }

    void show(Entry entry) {
        facts.setText(Text.of("secrets.facts", Wording.size(entry.size()), Wording.strength(entry.strength())));
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
        edges.setVisible(false);
        switch (look) {
            case Look.Masked masked -> mask();
            case Look.Opening opening -> mask();
            case Look.Revealed revealed -> {
                drawing.show(revealed.value());
                button(Text.of("secrets.hide"), Feather.EYE_OFF);
                tell(revealed.edges());
            }
            case Look.Hinted hinted -> {
                drawing.show(hinted.hint());
                button(Text.of("secrets.show"), Feather.EYE);
            }
        }
    }

    private void mask() {
        if (details.entry().filter(entry -> entry.size() == 0).isPresent()) {
            drawing.showEmpty();
        } else {
            drawing.mask();
        }
        button(Text.of("secrets.show"), Feather.EYE);
    }

    private void tell(Edges found) {
        edges.setText(found.lines() > 1 ? Text.of("secrets.edges.lines", found.words(), found.lines()) : found.words());
        edges.getStyleClass().setAll("label", "hint", found.suspicious() ? "warn-text" : "hint");
        edges.setGraphic(found.suspicious() ? Icon.of(Feather.ALERT_TRIANGLE) : null);
        edges.setVisible(true);
    }

    private void button(String words, Feather drawn) {
        reveal.setText(words);
        reveal.setGraphic(Icon.of(drawn));
    }

    private void countdown(int left) {
        countdown.setVisible(left > 0);
        countdown.setText(left > 0 ? Text.of("secrets.hidden-in", left) : "");
    }
}
