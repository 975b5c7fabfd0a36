package dev.lockstep.ui.create;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Attention;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Text;
import java.io.File;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Step 3 on the screen: the recovery code, ways to keep it, and the user's word that it is kept. */
final class RecoveryPane {
    private final CreateViewModel model;
    private final RecoveryStep step;
    private final VBox code = new VBox(4);
    private final CheckLine check = new CheckLine();
    private final CheckBox stored = new CheckBox(Text.of("create.recovery.stored"));
    private final Button print = new Button(Text.of("create.recovery.print"), Icon.of(Feather.PRINTER));
    private final Button show = new Button(Text.of("create.recovery.show"), Icon.of(Feather.EYE));
    private final VBox root;

    RecoveryPane(CreateViewModel model) {
        this.model = model;
        this.step = model.recovery();
        Label why = new Label(Text.of("create.recovery.why"));
        why.setWrapText(true);
        why.getStyleClass().add("subtitle");
        code.getStyleClass().add("recovery-code");
        code.setAccessibleText(Text.of("create.recovery.code"));
        Button save = new Button(Text.of("create.recovery.save"), Icon.of(Feather.SAVE));
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

    Parent root() {
        return root;
    }

    /** Draws the code; what was drawn before was masked when the pane was taken off the screen, or the window lost the focus. */
    void focus() {
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
    void conceal() {
        code.getChildren().forEach(line -> ((SecretLabel) line).mask());
        code.getChildren().clear();
    }

    private void save() {
        FileChooser window = new FileChooser();
        window.setTitle(Text.of("create.recovery.save"));
        window.setInitialFileName(
                Text.of("create.recovery.file", model.place().nameProperty().get()));
        File chosen = window.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.saveRecoverySheet(chosen.toPath());
        }
    }

    private void print() {
        switch (RecoveryPrint.print(root.getScene().getWindow(), model.recoverySheet())) {
            case PRINTED -> step.printed(true);
            case NO_PRINTER -> step.printed(false);
            case CANCELLED -> {}
        }
    }

    private void tell(RecoveryStep.Kept kept) {
        switch (kept) {
            case RecoveryStep.Kept.Nowhere nowhere -> check.clear();
            case RecoveryStep.Kept.Saved saved -> {
                if (saved.beside()) {
                    check.say(CheckLine.Tone.CAREFUL, Text.of("create.recovery.beside"));
                } else {
                    check.say(CheckLine.Tone.GOOD, Text.of("create.recovery.saved", saved.file()));
                }
            }
            case RecoveryStep.Kept.Printed printed ->
                check.say(CheckLine.Tone.GOOD, Text.of("create.recovery.printed"));
            case RecoveryStep.Kept.NoPrinter none ->
                check.say(CheckLine.Tone.CAREFUL, Text.of("create.recovery.noPrinter"));
            case RecoveryStep.Kept.Failed failed ->
                check.say(
                        CheckLine.Tone.BAD,
                        failed.words().what() + ". " + failed.words().advice());
        }
    }
}
