package dev.lockstep.ui.remotes;

import dev.lockstep.remote.ContractField;
import dev.lockstep.sync.AuthorityFile;
import dev.lockstep.sync.AuthorityFile.Doubt;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FileDrop;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.remotes.AuthorityChoice.Judgement;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.io.File;
import java.time.ZoneId;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The field for a file of own authorities: typed, chosen or dropped, and told at once of what use it is. */
final class AuthorityBox {
    private final AuthorityChoice choice;
    private final TextField path;
    private final ZoneId zone;
    private final Label use = Controls.wrapped("", "authority-use");
    private final FieldBox box;

    /** @param path where the file's place is typed */
    AuthorityBox(RemoteForm form, FormWork work, ContractField field, TextField path, ZoneId zone) {
        this.choice = work.authorities();
        this.path = path;
        this.zone = zone;
        Button choose = Controls.button("choose-authorities", Text.of("remotes.authorities.choose"), this::choose);
        choose.setGraphic(Icon.of(Feather.FOLDER));
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox line = new HBox(8, path, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        String words = FieldWords.label(form.vendor(), field);
        path.setAccessibleText(words);
        use.setId("authority-use");
        use.managedProperty().bind(use.visibleProperty());
        box = new FieldBox(
                        words,
                        line,
                        FieldWords.hint(form.vendor(), field),
                        field.maxLength(),
                        () -> work.problem(field))
                .focusing(path)
                .below(use);
        path.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                choice.judge();
                box.insist();
            }
        });
        FileDrop.on(box.root(), file -> choice.choose(file.toAbsolutePath()));
        path.textProperty().subscribe(this::showEnd);
        choice.judgementProperty().subscribe(this::tell);
        choice.judge();
    }

    FieldBox box() {
        return box;
    }

    /** A long path is cut at its beginning, since its end says which file it is. */
    private void showEnd(String now) {
        path.setTooltip(now.isBlank() ? null : new Tip(Legible.line(now)));
        if (!path.isFocused()) {
            Platform.runLater(path::end); // the field itself puts the caret at the beginning after this
        }
    }

    private void tell(Judgement judgement) {
        use.getStyleClass().removeAll("ok-text", "warn-text");
        if (judgement instanceof Judgement.Filled filled && filled.found() instanceof AuthorityFile.Fit fit) {
            boolean good = fit.doubt() == Doubt.NONE;
            use.setText(FormWords.use(fit, zone));
            use.setGraphic(Icon.of(good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
            use.getStyleClass().add(good ? "ok-text" : "warn-text");
            use.setVisible(true);
        } else {
            use.setVisible(false);
        }
        if (judgement instanceof Judgement.None) {
            box.tell();
        } else {
            box.insist();
        }
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("remotes.authorities.choose.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Text.of("remotes.authorities.files"), "*.pem", "*.crt", "*.cer", "*.der", "*.p7b"),
                        new FileChooser.ExtensionFilter(Text.of("remotes.authorities.all-files"), "*"));
        File chosen = chooser.showOpenDialog(path.getScene().getWindow());
        if (chosen != null) {
            choice.choose(chosen.toPath());
        }
    }
}
