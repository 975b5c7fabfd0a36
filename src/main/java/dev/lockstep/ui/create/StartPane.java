package dev.lockstep.ui.create;

import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.credentials.CheckLine;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Step 5 on the screen: import or start empty, and where the vault is about to be written. */
final class StartPane {
    private final CreateViewModel model;
    private final RadioButton empty = new RadioButton(Text.of("create.start.empty"));
    private final RadioButton importing = new RadioButton(Text.of("create.start.import"));
    private final CheckLine place = new CheckLine();
    private final FailureNote note = new FailureNote();
    private final VBox root;

    StartPane(CreateViewModel model) {
        this.model = model;
        ToggleGroup choice = new ToggleGroup();
        choice.getToggles().setAll(empty, importing);
        choice.selectToggle(model.importNextProperty().get() ? importing : empty);
        importing
                .selectedProperty()
                .subscribe(chosen -> model.importNextProperty().set(chosen));
        root = new VBox(
                16,
                new VBox(2, importing, more(Text.of("create.start.importMore"))),
                new VBox(2, empty, more(Text.of("create.start.emptyMore"))),
                place.root(),
                note.root());
    }

    Parent root() {
        return root;
    }

    void focus() {
        if (model.place().checkProperty().get() instanceof PlaceCheck.Free free) {
            place.say(CheckLine.Tone.PLAIN, Text.of("create.place.free", free.file()));
        }
        (importing.isSelected() ? importing : empty).requestFocus();
    }

    /** Says why the vault could not be written, or takes that away. */
    void show(@Nullable FailureWords failure) {
        note.show(failure);
        place.root().setVisible(failure == null);
        place.root().setManaged(failure == null);
    }

    private static Label more(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().addAll("hint", "choice-more");
        return label;
    }
}
