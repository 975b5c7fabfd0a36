package dev.lockstep.ui.remotes;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FileDrop;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.words.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The field for one credential: what is kept is told by eight bullets, what is typed is masked. A file's text can be dropped or chosen. */
final class CredentialBox {
    private final Credential credential;
    private final Consumer<Path> read;
    private final Region field;
    private final FieldBox box;
    private final HBox kept;

    /** @param read reads a file into the credential */
    CredentialBox(RemoteForm form, Credential credential, Consumer<Path> read) {
        this.credential = credential;
        this.read = read;
        field = credential.field().id().endsWith("-json") ? area() : line();
        field.setId("credential-" + credential.field().id());
        kept = kept();
        StackPane either = new StackPane(field, kept);
        either.setAlignment(Pos.TOP_LEFT);
        String words = FieldWords.label(form.vendor(), credential.field());
        box = new FieldBox(
                words,
                either,
                FieldWords.hint(form.vendor(), credential.field()),
                credential.field().maxLength(),
                () -> form.problem(credential.field()));
        box.focusing(field);
        field.setAccessibleText(words);
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                box.insist();
            }
        });
        credential.editsProperty().subscribe((before, now) -> box.tell());
        credential.keptProperty().subscribe(this::swap);
        if (field instanceof SecretArea) {
            box.below(choose());
            FileDrop.on(either, read);
        }
    }

    FieldBox box() {
        return box;
    }

    /** Shows it only while it belongs to the way of signing in that is chosen. */
    void show(boolean asked) {
        box.root().setVisible(asked);
        box.root().setManaged(asked);
    }

    private Region line() {
        SecretField made = new SecretField(credential.field().maxLength());
        follow(made.editsProperty());
        credential.attach(new CredentialField(made.buffer(), made::load, made::clear));
        return made;
    }

    private Region area() {
        SecretArea made = new SecretArea();
        made.setPrompt(Text.of("remotes.json.prompt"));
        follow(made.editsProperty());
        credential.attach(new CredentialField(made.buffer(), made::load, made::clear));
        return made;
    }

    private void follow(ReadOnlyIntegerProperty edits) {
        edits.subscribe((before, now) -> credential.edited());
    }

    private HBox kept() {
        Label words = new Label(Text.of("remotes.kept"), Icon.of(Feather.LOCK));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button replace =
                Controls.button("replace-" + credential.field().id(), Text.of("remotes.kept.replace"), this::replace);
        replace.getStyleClass().add(Styles.SMALL);
        HBox line = new HBox(8, words, replace);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("stored-value");
        return line;
    }

    private void replace() {
        credential.keptProperty().set(false);
        credential.edited();
        field.requestFocus();
    }

    private void swap(boolean stays) {
        kept.setVisible(stays);
        kept.setManaged(stays);
        field.setVisible(!stays);
        field.setManaged(!stays);
        box.tell();
    }

    private Node choose() {
        Button choose = Controls.button("choose-json", Text.of("remotes.json.choose"), this::chooseFile);
        choose.getStyleClass().addAll(Styles.SMALL);
        choose.setGraphic(Icon.of(Feather.FILE));
        choose.visibleProperty().bind(Bindings.not(credential.keptProperty()));
        choose.managedProperty().bind(choose.visibleProperty());
        return choose;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("remotes.json.choose"));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Text.of("remotes.json.files"), "*.json"));
        File chosen = chooser.showOpenDialog(field.getScene().getWindow());
        if (chosen != null) {
            read.accept(chosen.toPath());
        }
    }
}
