package dev.lockstep.ui.editor;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form of one secret, for a sheet of about 720 pixels. */
public final class EditorView {
    private static final double WIDTH = 720;

    private final EditorViewModel viewModel;
    private final ValueSection value;
    private final RotationSection rotation;
    private final TagsSection tags;
    private final VBox body;
    private final Parent root;

    public EditorView(EditorViewModel viewModel) {
        this.viewModel = viewModel;
        Form form = viewModel.form();
        NameSection name = new NameSection(form.name());
        value = new ValueSection(viewModel);
        rotation = new RotationSection(form.rotation());
        tags = new TagsSection(form.tags());
        body = new VBox(16, name.root(), place(form), value.root(), rotation.root(), tags.root(), description(form));
        body.setPadding(new Insets(4, 24, 20, 24));
        body.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> viewModel.phaseProperty().get() instanceof Phase.Saving, viewModel.phaseProperty()));
        String title = viewModel.isNew() ? Text.of("editor.title.new") : Text.of("editor.title.edit");
        SheetPage page = new SheetPage(title, body)
                .beside(favourite(form))
                .notices(new EditorNotice(viewModel).root())
                .buttons(blocker(), SheetPage.spring(), cancel(), save());
        root = page.root();
        page.prefSize(WIDTH, 760);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        viewModel.phaseProperty().addListener((property, before, now) -> wipe(now));
    }

    /** To be laid into a sheet. */
    public Parent root() {
        return root;
    }

    private Node place(Form form) {
        ComboBox<SecretCollection> collection = new ComboBox<>(form.collections());
        collection.valueProperty().bindBidirectional(form.name().collectionProperty());
        collection.setConverter(new Choice<>(place -> Legible.line(place.title())));
        ComboBox<Entry.Kind> kind = new ComboBox<>();
        kind.getItems().setAll(Entry.Kind.values());
        kind.valueProperty().bindBidirectional(form.kindProperty());
        kind.setConverter(new Choice<>(KindWords::of));
        HBox place = new HBox(
                16, wide(Text.of("editor.field.collection"), collection), wide(Text.of("editor.field.kind"), kind));
        return place;
    }

    private static Node wide(String words, ComboBox<?> choice) {
        choice.setMaxWidth(Double.MAX_VALUE);
        VBox box = Labelled.above(words, choice, choice);
        box.setPrefWidth(300);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Node description(Form form) {
        TextArea area = FieldLimit.on(new TextArea(), FieldLimit.LINES);
        area.textProperty().bindBidirectional(form.descriptionProperty());
        area.setPromptText(Text.of("editor.description.prompt"));
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setId("description");
        return Labelled.above(Text.of("editor.field.description"), area, area);
    }

    private static Node favourite(Form form) {
        ToggleButton star = new ToggleButton(Text.of("editor.field.favourite"), Icon.of(Feather.STAR));
        star.selectedProperty().bindBidirectional(form.favouriteProperty());
        star.getStyleClass().add("favourite");
        return star;
    }

    private Node blocker() {
        Label reason = new Label();
        reason.textProperty().bind(viewModel.blockerProperty());
        reason.getStyleClass().add("subtitle");
        reason.setId("blocker");
        return reason;
    }

    private Button cancel() {
        Button cancel = new Button(Text.of("editor.cancel"));
        cancel.setTooltip(new Tip(Shortcut.CANCEL.hint(Text.of("editor.cancel"))));
        cancel.setOnAction(event -> viewModel.requestClose());
        return cancel;
    }

    private Button save() {
        Button save = new Button(Text.of("editor.save"));
        save.getStyleClass().add(Styles.ACCENT);
        save.setTooltip(new Tip(Shortcut.SAVE.hint(Text.of("editor.save"))));
        save.setId("save");
        save.setOnAction(event -> commitAndSave());
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !viewModel.blockerProperty().getValue().isEmpty()
                                || viewModel.phaseProperty().get() instanceof Phase.Saving,
                        viewModel.blockerProperty(),
                        viewModel.phaseProperty()));
        return save;
    }

    private void commitAndSave() {
        rotation.commit();
        tags.commit();
        viewModel.save();
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SAVE.matches(key)) {
            key.consume();
            commitAndSave();
        } else if (Shortcut.GENERATOR.matches(key)) {
            key.consume();
            viewModel.generate();
        }
    }

    private void escaped(KeyEvent key) {
        if (Shortcut.CANCEL.matches(key)) {
            key.consume();
            rotation.commit();
            tags.commit();
            viewModel.requestClose();
        }
    }

    private void wipe(Phase phase) {
        if (phase instanceof Phase.Closed) {
            value.close();
        }
    }
}
