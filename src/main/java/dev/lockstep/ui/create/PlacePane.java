package dev.lockstep.ui.create;

import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.credentials.CheckLine;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.words.Text;
import java.io.File;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Step 1 on the screen: name and folder with a live line about them, and how long unlocking will take. */
final class PlacePane {
    private final PlaceStep step;
    private final TextField name = FieldLimit.on(new TextField(), FieldLimit.LINE);
    private final TextField folder = FieldLimit.on(new TextField(), FieldLimit.LINE);
    private final CheckLine check = new CheckLine();
    private final CheckLine cloud = new CheckLine();
    private final VBox root;

    PlacePane(PlaceStep step, UnlockCost cost) {
        this.step = step;
        name.textProperty().bindBidirectional(step.nameProperty());
        folder.textProperty().bindBidirectional(step.folderProperty());
        Button choose = new Button(Text.of("create.place.choose"));
        choose.setOnAction(pressed -> choose());
        choose.setMinWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        root = new VBox(
                16,
                labelled(Text.of("create.place.name"), name, name),
                labelled(Text.of("create.place.folder"), folder, new HBox(8, folder, choose)),
                new VBox(8, check.root(), cloud.root(), costLine(cost)));
        cloud.root().managedProperty().bind(cloud.root().visibleProperty());
        step.checkProperty().subscribe(this::tell);
    }

    Parent root() {
        return root;
    }

    void focus() {
        name.requestFocus();
        name.selectAll();
    }

    private static VBox labelled(String words, Node field, Node row) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, row);
    }

    private static Parent costLine(UnlockCost cost) {
        CheckLine line = new CheckLine();
        cost.measuredProperty()
                .subscribe(known -> line.say(
                        CheckLine.Tone.PLAIN, known ? Text.of("create.cost.known") : Text.of("create.cost.measuring")));
        return line.root();
    }

    private void tell(PlaceCheck found) {
        cloud.root().setVisible(false);
        switch (found) {
            case PlaceCheck.Looking looking -> check.clear();
            case PlaceCheck.Unfit unfit -> check.say(CheckLine.Tone.BAD, words(unfit.reason()));
            case PlaceCheck.Free free -> {
                check.say(CheckLine.Tone.GOOD, Text.of("create.place.free", free.file()));
                free.cloud().ifPresent(this::warn);
            }
        }
    }

    private void warn(CloudFolder service) {
        cloud.say(CheckLine.Tone.CAREFUL, Text.of("create.place.cloud", service.product()));
        cloud.root().setVisible(true);
    }

    private static String words(PlaceCheck.Reason reason) {
        return switch (reason) {
            case NAME_EMPTY -> Text.of("create.place.nameEmpty");
            case NAME_TOO_LONG -> Text.of("create.place.nameTooLong", FileNames.MAX_LENGTH);
            case NAME_CHARACTERS -> Text.of("create.place.nameCharacters");
            case NAME_RESERVED -> Text.of("create.place.nameReserved");
            case FOLDER_EMPTY -> Text.of("create.place.folderEmpty");
            case FOLDER_MISSING -> Text.of("create.place.folderMissing");
            case FOLDER_READ_ONLY -> Text.of("create.place.folderReadOnly");
            case FILE_EXISTS -> Text.of("create.place.exists");
        };
    }

    private void choose() {
        DirectoryChooser window = new DirectoryChooser();
        window.setTitle(Text.of("create.place.choose"));
        if (step.checkProperty().get() instanceof PlaceCheck.Free free) {
            Path parent = free.file().getParent();
            window.setInitialDirectory(parent == null ? null : parent.toFile());
        }
        File chosen = window.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            folder.setText(chosen.getPath());
        }
    }
}
