package dev.lockstep.ui.exporting;

import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportFormat.Need;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.credentials.NewPasswordPane;
import dev.lockstep.words.FormatWords;
import dev.lockstep.words.Text;
import java.io.File;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Asks which secrets are exported, in which format, under which passphrase or name, and to which file. */
final class FormPane implements Panes.Pane {
    private final Form form;
    private final ComboBox<Choice> choices = new ComboBox<>();
    private final ComboBox<ExportFormat> formats = new ComboBox<>();
    private final Label about = Controls.wrapped("", "hint");
    private final Label lost = Controls.wrapped("", "hint");
    private final VBox readers = new VBox();
    private final NewPasswordPane passphrase;
    private final VBox object;
    private final Label objections = Controls.wrapped("", "error-text");
    private final TextField file = FieldLimit.on(new TextField(), FieldLimit.LINE);
    private final Button export = Controls.primary("export-write", "", () -> {});
    private final Parent root;

    FormPane(ExportViewModel model) {
        form = model.form();
        passphrase = new NewPasswordPane(
                form.passphrase(), Text.of("exporting.passphrase"), Text.of("exporting.passphrase.again"));
        passphrase.root().setId("export-passphrase");
        object = object();
        VBox body = new VBox(16, choice(), format(), target(), readers, passphrase.root(), object);
        body.setPadding(new Insets(4, 24, 16, 24));
        export.setOnAction(event -> model.export());
        root = new SheetPage(Text.of("exporting.title"), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(
                        SheetPage.spring(),
                        Controls.button("export-close", Text.of("exporting.cancel"), model::close),
                        export)
                .prefSize(ExportView.WIDTH, ExportView.HEIGHT)
                .root();
        form.choiceProperty().subscribe(now -> export.setText(Text.of("exporting.write", form.count(now))));
        form.formatProperty().subscribe(this::tell);
        form.completeProperty().subscribe(complete -> export.setDisable(!complete));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return choices;
    }

    private Node choice() {
        choices.setId("export-choice");
        choices.setConverter(new dev.lockstep.ui.kit.Choice<>(one -> ExportWords.choice(one, form.count(one))));
        choices.getItems().setAll(form.choices());
        choices.valueProperty().bindBidirectional(form.choiceProperty());
        choices.setMaxWidth(Double.MAX_VALUE);
        return Controls.labelled(Text.of("exporting.choice"), choices, choices);
    }

    private Node format() {
        formats.setId("export-format");
        formats.setConverter(new dev.lockstep.ui.kit.Choice<>(FormatWords::name));
        formats.getItems().setAll(form.formats());
        formats.valueProperty().bindBidirectional(form.formatProperty());
        formats.setMaxWidth(Double.MAX_VALUE);
        VBox part = Controls.labelled(Text.of("exporting.format"), formats, formats);
        part.getChildren().addAll(about, lost);
        return part;
    }

    private VBox object() {
        TextField name = line("export-object", form.objectNameProperty());
        TextField namespace = line("export-namespace", form.namespaceProperty());
        HBox fields = new HBox(
                12,
                Controls.labelled(Text.of("exporting.object-name"), name, name),
                Controls.labelled(Text.of("exporting.namespace"), namespace, namespace));
        fields.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        return new VBox(4, fields, objections);
    }

    private TextField line(String id, StringProperty text) {
        TextField field = FieldLimit.on(new TextField(), FieldLimit.LINE);
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        field.textProperty().subscribe(now -> objections.setText(objections()));
        return field;
    }

    /** Nothing is wrong with a name before it is typed. */
    private String objections() {
        boolean begun = !form.objectNameProperty().get().isEmpty()
                || !form.namespaceProperty().get().isEmpty();
        return begun ? ExportWords.objections(form.objections()) : "";
    }

    private Node target() {
        file.setId("export-file");
        file.textProperty().bindBidirectional(form.target().pathProperty());
        Button choose = Controls.button("export-choose", Text.of("exporting.choose"), this::choose);
        HBox line = new HBox(8, file, choose);
        HBox.setHgrow(file, Priority.ALWAYS);
        return Controls.labelled(Text.of("exporting.file"), file, line);
    }

    private void tell(ExportFormat format) {
        about.setText(FormatWords.about(format));
        lost.setText(ExportWords.lost(format));
        Controls.present(lost, !lost.getText().isEmpty());
        readers.getChildren().setAll(readers(format));
        Controls.present(passphrase.root(), form.needs(Need.PASSPHRASE));
        Controls.present(object, form.needs(Need.KUBERNETES_OBJECT));
        objections.setText(objections());
    }

    /** Who will be able to read the file. */
    private static Node readers(ExportFormat format) {
        if (!format.holdsValues()) {
            return Controls.notice(
                    Feather.INFO, "notice-info", Controls.wrapped(Text.of("exporting.readers.names"), "words"));
        }
        return format.isSealed()
                ? Controls.notice(
                        Feather.LOCK,
                        "notice-info",
                        Controls.wrapped(Text.of("exporting.readers.sealed"), "notice-title"),
                        Controls.wrapped(Text.of("exporting.readers.sealed.more"), "words"))
                : Controls.notice(
                        Feather.ALERT_TRIANGLE,
                        "notice-warn",
                        Controls.wrapped(Text.of("exporting.readers.all"), "notice-title"),
                        Controls.wrapped(Text.of("exporting.readers.all.more"), "words"));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("exporting.choose.title"));
        form.target().file().ifPresent(proposed -> {
            chooser.setInitialFileName(String.valueOf(proposed.getFileName()));
            Optional.ofNullable(proposed.getParent())
                    .map(folder -> folder.toFile())
                    .filter(File::isDirectory)
                    .ifPresent(chooser::setInitialDirectory);
        });
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            form.target().choose(chosen.toPath());
        }
    }
}
