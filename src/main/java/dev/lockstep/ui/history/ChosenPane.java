package dev.lockstep.ui.history;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.History.Version;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The value that is chosen: masked, shown for a while, copied without being shown. */
final class ChosenPane {
    private final HistoryViewModel model;
    private final Label heading = new Label();
    private final SecretLabel drawing = new SecretLabel();
    private final Button show = new Button();
    private final Button copy = new Button(Text.of("history.copy"), Icon.of(Feather.COPY));
    private final VBox root;

    ChosenPane(HistoryViewModel model) {
        this.model = model;
        heading.getStyleClass().add("section");
        show.setId("history-show");
        show.setTooltip(new Tip(Shortcut.REVEAL.hint(Text.of("history.show"))));
        show.setOnAction(event -> model.toggle());
        copy.setId("history-copy");
        copy.setTooltip(new Tip(Shortcut.COPY_VALUE.hint(Text.of("history.copy"))));
        copy.setOnAction(event -> model.copy());
        VBox frame = new VBox(drawing);
        frame.getStyleClass().add("value-frame");
        root = new VBox(8, heading, frame, new HBox(8, show, copy));
        model.chosenProperty().subscribe(this::choose);
        model.sights().sightProperty().subscribe(this::look);
        model.sights().secondsLeftProperty().subscribe(left -> button());
    }

    VBox root() {
        return root;
    }

    private void choose(Optional<Version> version) {
        heading.setText(
                version.map(chosen -> HistoryWords.title(chosen, model.clock())).orElse(""));
        boolean something = version.filter(chosen -> chosen.size() > 0).isPresent();
        show.setDisable(!something);
        copy.setDisable(!something);
        look(model.sights().sightProperty().get());
    }

    private void look(Sight sight) {
        boolean empty = model.chosenProperty()
                .get()
                .filter(version -> version.size() == 0)
                .isPresent();
        switch (sight) {
            case Sight.Shown shown -> drawing.show(shown.value());
            case Sight.Hidden hidden -> mask(empty);
            case Sight.Opening opening -> mask(empty);
            case Sight.Apart apart -> mask(empty);
        }
        button();
    }

    private void mask(boolean empty) {
        if (empty) {
            drawing.showEmpty();
        } else {
            drawing.mask();
        }
    }

    private void button() {
        boolean shown = model.sights().sightProperty().get() instanceof Sight.Shown;
        int left = model.sights().secondsLeftProperty().get();
        show.setText(shown ? Text.of("history.hide-in", left) : Text.of("history.show"));
        show.setGraphic(Icon.of(shown ? Feather.EYE_OFF : Feather.EYE));
    }
}
