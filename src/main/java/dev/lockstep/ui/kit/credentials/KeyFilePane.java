package dev.lockstep.ui.kit.credentials;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.FileDrop;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The choice of a key file on the screen: its name, and buttons to choose it or none. A file may be dropped as well. */
public final class KeyFilePane {
    private final KeyFileChoice choice;
    private final Discretion discretion;
    private final TextField name = new TextField();
    private final Button choose = new Button(Text.of("key-file.choose"), Icon.of(Feather.FOLDER));
    private final Button none = Icon.button(Feather.X, Text.of("key-file.none"));
    private final HBox line = new HBox(8, name, choose, none);
    private final VBox root;

    /** Shows what is chosen, whatever the mode: only for what is not seen in presentation mode. */
    public KeyFilePane(KeyFileChoice choice) {
        this(choice, new Discretion());
    }

    /** Shows what is chosen, as far as names may be shown. */
    public KeyFilePane(KeyFileChoice choice, Discretion discretion) {
        this.choice = choice;
        this.discretion = discretion;
        Label label = new Label(Text.of("key-file.label"));
        label.setLabelFor(name);
        label.getStyleClass().add("field-label");
        name.setEditable(false);
        name.setPromptText(Text.of("key-file.prompt"));
        name.setAccessibleText(label.getText());
        HBox.setHgrow(name, Priority.ALWAYS);
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setId("choose-key-file");
        choose.setOnAction(pressed -> choose());
        none.setOnAction(pressed -> choice.clear());
        line.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(4, label, line);
        acceptDrops(root);
        choice.fileProperty().subscribe(this::show);
        discretion.presentingProperty().subscribe((before, now) -> show(choice.file()));
    }

    public Parent root() {
        return root;
    }

    /** Adds a button behind the others. */
    public void add(Button button) {
        button.setMinWidth(Button.USE_PREF_SIZE);
        line.getChildren().add(line.getChildren().indexOf(none), button);
    }

    /** Says in the empty field what is to be chosen. */
    public void prompt(String words) {
        name.setPromptText(words);
    }

    public void focus() {
        choose.requestFocus();
    }

    /** Chooses the one file that is dropped on a node. */
    public void acceptDrops(Node target) {
        FileDrop.on(target, choice::choose);
    }

    private void show(Optional<Path> file) {
        name.setText(file.map(KeyFilePane::lastName).map(discretion::line).orElse(""));
        name.setTooltip(
                file.map(path -> new Tip(discretion.line(path.toString()))).orElse(null));
        none.setVisible(file.isPresent());
        none.setManaged(file.isPresent());
    }

    private static String lastName(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    private void choose() {
        FileChooser window = new FileChooser();
        window.setTitle(Text.of("key-file.choose"));
        File chosen = window.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            choice.choose(chosen.toPath());
        }
    }
}
