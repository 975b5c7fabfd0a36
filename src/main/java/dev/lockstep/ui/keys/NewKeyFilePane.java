package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.credentials.CheckLine;
import dev.lockstep.ui.kit.credentials.KeyFilePane;
import dev.lockstep.words.Text;
import java.io.File;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The new key file on the screen: chosen, dropped, or made here and saved. */
final class NewKeyFilePane {
    private final NewKeyFile part;
    private final String vaultName;
    private final boolean optional;
    private final KeyFilePane choice;
    private final Button make = new Button(Text.of("ways.key-file.make"), Icon.of(Feather.FILE_PLUS));
    private final CheckLine line = new CheckLine();
    private final VBox root;

    NewKeyFilePane(NewKeyFile part, String vaultName, Task task) {
        this.part = part;
        this.vaultName = vaultName;
        this.optional = !task.needsKeyFile();
        choice = new KeyFilePane(part.choice());
        make.setId("make-key-file");
        make.setOnAction(pressed -> make());
        choice.add(make);
        root = new VBox(4, choice.root(), line.root());
        part.madeProperty().subscribe(this::tell);
    }

    Parent root() {
        return root;
    }

    void focus() {
        make.requestFocus();
    }

    private void make() {
        FileChooser window = new FileChooser();
        window.setTitle(Text.of("ways.key-file.make"));
        window.setInitialFileName(Text.of("ways.key-file.name", vaultName));
        File chosen = window.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            part.make(chosen.toPath());
        }
    }

    private void tell(NewKeyFile.Made made) {
        switch (made) {
            case NewKeyFile.Made.Nothing nothing -> {
                if (part.choice().file().isPresent()) {
                    line.say(CheckLine.Tone.CAREFUL, Text.of("ways.key-file.keep"));
                } else if (optional) {
                    line.say(CheckLine.Tone.PLAIN, Text.of("ways.key-file.optional"));
                } else {
                    line.clear();
                }
            }
            case NewKeyFile.Made.Beside beside -> line.say(CheckLine.Tone.CAREFUL, Text.of("ways.key-file.beside"));
            case NewKeyFile.Made.Saved saved ->
                line.say(CheckLine.Tone.GOOD, Text.of("ways.key-file.made", saved.file()));
            case NewKeyFile.Made.Failed failed ->
                line.say(
                        CheckLine.Tone.BAD,
                        failed.words().what() + ". " + failed.words().advice());
        }
    }
}
