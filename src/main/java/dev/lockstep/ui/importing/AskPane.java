package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.ui.kit.credentials.KeyFilePane;
import dev.lockstep.words.FormatWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks what a file is to be read as, and for what that needs: a password, a key file, which column is what. */
final class AskPane implements Panes.Pane {
    private static final double NARROW = 480;

    private final ImportViewModel model;
    private final Question question;
    private final ComboBox<ImportFormat> formats = new ComboBox<>();
    private final Label about = Controls.wrapped("", "hint");
    private final SecretField password = new SecretField();
    private final VBox passwordPart;
    private final Node keyFile;
    private final ColumnsBox columns;
    private final Button read;
    private final Parent root;

    AskPane(ImportViewModel model, Question question) {
        this.model = model;
        this.question = question;
        passwordPart = Controls.labelled(Text.of("import.ask.password"), password, password);
        password.setPrompt(Text.of("import.ask.password.prompt"));
        password.setId("import-password");
        passwordPart.setMaxWidth(NARROW);
        KeyFilePane choice = new KeyFilePane(question.keyFile());
        choice.prompt(Text.of("import.ask.key-file"));
        choice.root().setId("import-key-file");
        VBox narrow = new VBox(choice.root());
        narrow.setMaxWidth(NARROW);
        keyFile = narrow;
        columns = new ColumnsBox(model, question);
        read = Controls.primary("import-read", Text.of("import.ask.read"), this::read);
        VBox body = new VBox(
                16,
                Parts.trouble(question.problemProperty()),
                source(),
                format(),
                passwordPart,
                keyFile,
                columns.root());
        body.setPadding(new Insets(4, 24, 16, 24));
        root = new SheetPage(Text.of("import.ask"), body)
                .buttons(
                        Controls.button("import-another", Text.of("import.another"), model::another),
                        SheetPage.spring(),
                        Controls.button("import-close", Text.of("import.cancel"), model::close),
                        read)
                .prefSize(ImportView.WIDTH, ImportView.HEIGHT)
                .root();
        follow();
    }

    private void follow() {
        password.editsProperty().subscribe(edit -> permit());
        question.keyFile().fileProperty().subscribe(chosen -> permit());
        question.mapping().changesProperty().subscribe(change -> permit());
        question.formatProperty().subscribe(this::tell);
        question.needsProperty().subscribe(this::arrange);
        model.wipesProperty().subscribe(time -> password.clear());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        if (question.wantsPassword()) {
            return password;
        }
        return question.formatProperty().get().isEmpty() ? formats : question.wantsColumns() ? columns.first() : read;
    }

    private Node source() {
        Label name = WholeText.name(Legible.line(question.name()), "import-source");
        name.setGraphic(Icon.of(Feather.FILE));
        return name;
    }

    private Node format() {
        formats.setId("import-format");
        formats.setConverter(new Choice<>(FormatWords::name));
        formats.getItems().setAll(model.formats());
        formats.setPromptText(Text.of("import.ask.format.none"));
        formats.setValue(question.formatProperty().get().orElse(null));
        formats.setVisibleRowCount(16);
        formats.setPrefWidth(NARROW);
        formats.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.choose(question, now);
            }
        });
        VBox part = Controls.labelled(Text.of("import.ask.format"), formats, formats);
        part.getChildren().add(about);
        return part;
    }

    private void tell(Optional<ImportFormat> format) {
        about.setText(format.map(FormatWords::about).orElseGet(() -> Text.of("import.ask.unknown")));
        permit();
    }

    private void arrange(Set<Need> needs) {
        Controls.present(passwordPart, question.wantsPassword());
        Controls.present(keyFile, question.wantsKeyFile());
        Controls.present(columns.root(), question.wantsColumns());
        permit();
    }

    private void permit() {
        read.setDisable(!question.isAnswered(!password.buffer().isEmpty()));
    }

    private void read() {
        model.read(question, password.buffer());
    }
}
