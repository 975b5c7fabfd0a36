package dev.lockstep.ui.importing;

import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.Text;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Where a file is dropped or chosen. */
final class ChoosePane {
    private final ImportViewModel model;
    private final VBox root = new VBox(12);

    ChoosePane(ImportViewModel model, String problem) {
        this.model = model;
        var icon = Icon.of(Feather.FILE_TEXT);
        icon.getStyleClass().add("import-icon");
        Label words = new Label(Text.of("import.drop"));
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.getStyleClass().add("import-words");
        Button choose = new Button(Text.of("import.choose"), Icon.of(Feather.FOLDER));
        choose.setOnAction(event -> choose());
        root.getChildren().addAll(icon, words, choose);
        if (!problem.isEmpty()) {
            Label told = new Label(problem, Icon.of(Feather.ALERT_CIRCLE));
            told.setWrapText(true);
            told.setMaxWidth(420);
            told.getStyleClass().addAll("import-words", "error-text");
            root.getChildren().add(told);
        }
        root.setAlignment(Pos.CENTER);
        root.getStyleClass().add("drop-zone");
    }

    Node root() {
        return root;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("import.choose.title"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.read(chosen.toPath());
        }
    }
}
