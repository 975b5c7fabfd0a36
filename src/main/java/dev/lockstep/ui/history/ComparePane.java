package dev.lockstep.ui.history;

import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretDiff;
import dev.lockstep.vault.History.Comparison;
import dev.lockstep.vault.History.Version;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen value beside another one: whether they are the same, and only when asked for what differs. */
final class ComparePane {
    private final HistoryViewModel model;
    private final ComboBox<Version> other = new ComboBox<>();
    private final Label result = new Label();
    private final Button show = new Button();
    private final SecretDiff diff = new SecretDiff();
    private final Label unreadable = new Label(Text.of("history.diff.not-text"));
    private final VBox frame = new VBox(diff);
    private final VBox root;
    private boolean filling;

    ComparePane(HistoryViewModel model) {
        this.model = model;
        Label heading = new Label(Text.of("history.compare"));
        heading.getStyleClass().add("section");
        heading.setLabelFor(other);
        other.setId("history-other");
        other.setMaxWidth(Double.MAX_VALUE);
        other.setConverter(new Choice<>(version -> HistoryWords.title(version, model.clock())));
        other.valueProperty().subscribe(this::picked);
        result.setId("history-result");
        result.setWrapText(true);
        result.getStyleClass().add("compared");
        show.setId("history-diff");
        show.setOnAction(event -> model.toggleDifference());
        frame.getStyleClass().add("value-frame");
        frame.managedProperty().bind(frame.visibleProperty());
        unreadable.getStyleClass().add("subtitle");
        unreadable.managedProperty().bind(unreadable.visibleProperty());
        HBox line = new HBox(12, show);
        line.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, heading, other, result, line, unreadable, frame);
        model.chosenProperty().subscribe(now -> fill());
        model.otherProperty().subscribe(now -> fill());
        model.comparisonProperty().subscribe(this::tell);
        model.sights().sightProperty().subscribe(this::look);
        model.sights().secondsLeftProperty().subscribe(left -> button());
    }

    VBox root() {
        return root;
    }

    private void fill() {
        filling = true;
        List<Version> others = model.versions().stream()
                .filter(version ->
                        !Optional.of(version).equals(model.chosenProperty().get()))
                .toList();
        if (!other.getItems().equals(others)) {
            other.getItems().setAll(others);
        }
        other.setValue(model.otherProperty().get().orElse(null));
        root.setVisible(!others.isEmpty());
        filling = false;
    }

    private void picked(@Nullable Version version) {
        if (!filling && version != null) {
            model.compareWith(Optional.of(version));
        }
    }

    private void tell(Optional<Comparison> comparison) {
        boolean same = comparison.filter(Comparison::same).isPresent();
        result.setText(comparison
                .map(found -> HistoryWords.compared(
                        found,
                        model.chosenProperty().get().orElseThrow(),
                        model.otherProperty().get().orElseThrow()))
                .orElse(Text.of("history.comparing")));
        result.setGraphic(comparison.isEmpty() ? null : Icon.of(same ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
        result.getStyleClass().removeAll("compared-same", "compared-other");
        comparison.ifPresent(found -> result.getStyleClass().add(found.same() ? "compared-same" : "compared-other"));
        show.setDisable(comparison.isEmpty() || same);
    }

    private void look(Sight sight) {
        frame.setVisible(false);
        unreadable.setVisible(false);
        switch (sight) {
            case Sight.Apart apart -> {
                boolean text = diff.show(apart.older(), apart.newer());
                frame.setVisible(text);
                unreadable.setVisible(!text);
            }
            case Sight.Hidden hidden -> diff.clear();
            case Sight.Opening opening -> diff.clear();
            case Sight.Shown shown -> diff.clear();
        }
        button();
    }

    private void button() {
        boolean shown = model.sights().sightProperty().get() instanceof Sight.Apart;
        int left = model.sights().secondsLeftProperty().get();
        show.setText(shown ? Text.of("history.hide-in", left) : Text.of("history.diff.show"));
        show.setGraphic(Icon.of(shown ? Feather.EYE_OFF : Feather.EYE));
    }
}
