package dev.lockstep.ui.kit.credentials;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Attention;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.words.Text;
import java.io.File;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** A new recovery code on the screen: drawn, with ways to keep it, and the user's word that it is kept. */
public final class NewCodePane {
    private final NewCode step;
    private final VBox code = new VBox(4);
    private final CheckLine check = new CheckLine();
    private final CheckBox stored = new CheckBox(Text.of("new-code.stored"));
    private final Button print = new Button(Text.of("new-code.print"), Icon.of(Feather.PRINTER));
    private final Button show = new Button(Text.of("new-code.show"), Icon.of(Feather.EYE));
    private final VBox root;

    /** Shows nothing of the code before {@link #focus}. */
    public NewCodePane(NewCode step) {
        this.step = step;
        Label why = new Label(Text.of("new-code.why"));
        why.setWrapText(true);
        why.getStyleClass().add("subtitle");
        code.getStyleClass().add("recovery-code");
        code.setAccessibleText(Text.of("new-code.code"));
        Button save = new Button(Text.of("new-code.save"), Icon.of(Feather.SAVE));
        save.setOnAction(pressed -> save());
        print.setOnAction(pressed -> print());
        stored.selectedProperty().bindBidirectional(step.storedProperty());
        show.setId("show-code");
        show.setOnAction(pressed -> focus());
        show.managedProperty().bind(show.visibleProperty());
        root = new VBox(16, why, code, new VBox(8, new HBox(8, print, save, show), check.root()), stored);
        step.keptProperty().subscribe(this::tell);
        Attention.whenLost(root, () -> show.setVisible(true));
    }

    public Parent root() {
        return root;
    }

    /** Draws the code; what was drawn before was masked when the pane was taken off the screen, or the window lost the focus. */
    public void focus() {
        conceal();
        show.setVisible(false);
        for (SecretValue line : step.lines()) {
            SecretLabel label = new SecretLabel();
            code.getChildren().add(label);
            try (line) {
                label.show(line);
            }
        }
        print.requestFocus();
    }

    /** Takes the drawing of the code away. */
    public void conceal() {
        code.getChildren().forEach(line -> ((SecretLabel) line).mask());
        code.getChildren().clear();
    }

    private void save() {
        FileChooser window = new FileChooser();
        window.setTitle(Text.of("new-code.save"));
        window.setInitialFileName(step.fileName());
        File chosen = window.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            step.save(chosen.toPath());
        }
    }

    private void print() {
        switch (RecoveryPrint.print(root.getScene().getWindow(), step.sheet())) {
            case PRINTED -> step.printed(true);
            case NO_PRINTER -> step.printed(false);
            case CANCELLED -> {}
        }
    }

    private void tell(NewCode.Kept kept) {
        switch (kept) {
            case NewCode.Kept.Nowhere nowhere -> check.clear();
            case NewCode.Kept.Saved saved -> {
                if (saved.beside()) {
                    check.say(CheckLine.Tone.CAREFUL, Text.of("new-code.beside"));
                } else {
                    check.say(CheckLine.Tone.GOOD, Text.of("new-code.saved", saved.file()));
                }
            }
            case NewCode.Kept.Printed printed -> check.say(CheckLine.Tone.GOOD, Text.of("new-code.printed"));
            case NewCode.Kept.NoPrinter none -> check.say(CheckLine.Tone.CAREFUL, Text.of("new-code.noPrinter"));
            case NewCode.Kept.Failed failed ->
                check.say(
                        CheckLine.Tone.BAD,
                        failed.words().what() + ". " + failed.words().advice());
        }
    }
}
