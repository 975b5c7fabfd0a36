package dev.lockstep.ui.create;

import dev.lockstep.settings.Protection;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.credentials.CheckLine;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Step 4 on the screen: three times, each with what it does. */
final class DefaultsPane {
    private final GridPane form = new GridPane(16, 16);
    private final ComboBox<Integer> idleLock;
    private final CheckLine never = new CheckLine();
    private final VBox root = new VBox(16, form, never.root());

    DefaultsPane(DefaultsStep step) {
        idleLock = row(
                0,
                new Label(Text.of("create.defaults.lock")),
                new Label(Text.of("create.defaults.lockMore")),
                choice(Protection.IDLE_LOCK_MINUTES, step.idleLockMinutesProperty(), DefaultsPane::minutes));
        row(
                1,
                new Label(Text.of("create.defaults.clipboard")),
                new Label(Text.of("create.defaults.clipboardMore")),
                choice(Protection.CLIPBOARD_SECONDS, step.clipboardSecondsProperty(), DefaultsPane::seconds));
        row(
                2,
                new Label(Text.of("create.defaults.reveal")),
                new Label(Text.of("create.defaults.revealMore")),
                choice(Protection.REVEAL_SECONDS, step.revealSecondsProperty(), DefaultsPane::seconds));
        step.idleLockMinutesProperty().subscribe(minutes -> warn(step));
        step.clipboardSecondsProperty().subscribe(seconds -> warn(step));
    }

    Parent root() {
        return root;
    }

    void focus() {
        idleLock.requestFocus();
    }

    private ComboBox<Integer> row(int row, Label title, Label more, ComboBox<Integer> choice) {
        title.getStyleClass().add("field-label");
        title.setLabelFor(choice);
        title.setWrapText(true);
        more.getStyleClass().add("hint");
        more.setWrapText(true);
        choice.setAccessibleText(title.getText());
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setPrefWidth(136);
        VBox words = new VBox(2, title, more);
        GridPane.setHgrow(words, Priority.ALWAYS);
        form.addRow(row, words, choice);
        return choice;
    }

    private void warn(DefaultsStep step) {
        if (step.idleLockMinutesProperty().get() == Protection.NEVER) {
            never.say(CheckLine.Tone.CAREFUL, Text.of("create.defaults.neverLock"));
        } else if (step.clipboardSecondsProperty().get() == Protection.NEVER) {
            never.say(CheckLine.Tone.CAREFUL, Text.of("create.defaults.neverClear"));
        } else {
            never.say(CheckLine.Tone.PLAIN, Text.of("create.defaults.later"));
        }
    }

    private static ComboBox<Integer> choice(
            List<Integer> times, ObjectProperty<Integer> chosen, Function<Integer, String> words) {
        ComboBox<Integer> box = new ComboBox<>();
        box.getItems().setAll(times);
        box.setConverter(new Choice<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static String minutes(int minutes) {
        return Text.of("create.defaults.minutes", minutes);
    }

    private static String seconds(int seconds) {
        return Text.of("create.defaults.seconds", seconds);
    }
}
