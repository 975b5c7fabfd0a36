package dev.lockstep.ui.remotes;

import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import dev.lockstep.words.VendorWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What to fill in for a remote: how to reach it on the left, how names stand there on the right. */
final class FormPane implements RemotesView.Pane {
    private final RemotesViewModel model;
    private final RemoteForm form;
    private final FormWork work;
    private final List<FieldBox> boxes = new ArrayList<>();
    private final TextField name;
    private final Parent root;

    FormPane(RemotesViewModel model, Stage.Filling filling) {
        this.model = model;
        form = filling.form();
        work = filling.work();
        name = text(form.nameProperty(), "remote-name");
        VBox left = new VBox(16);
        if (form.practice()) {
            left.getChildren().add(practice());
        }
        left.getChildren().addAll(name(), collection());
        fields(left);
        left.getChildren().add(new UseBox(form.use()).root());
        left.setPrefWidth(400);
        left.setMinWidth(320);
        VBox right = new NamesPane(form, filling.preview()).root();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox columns = new HBox(24, left, right);
        columns.setPadding(new Insets(4, 24, 12, 24));
        root = new SheetPage(title(), columns)
                .notices(new TrialPane(model, form, work).root())
                .buttons(
                        Controls.button("back", Text.of("remotes.back"), model::back),
                        SheetPage.spring(),
                        test(),
                        save())
                .prefSize(RemotesView.WIDTH, RemotesView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        work.attemptsProperty().subscribe((before, now) -> insist());
    }

    /** Tells what is wrong, and leads to the first of it. */
    private void insist() {
        boxes.forEach(FieldBox::insist);
        boxes.stream().filter(FieldBox::wrong).findFirst().ifPresent(box -> {
            box.control().requestFocus();
            reveal(box.root());
        });
    }

    private void reveal(Node node) {
        if (root.lookup(".sheet-body") instanceof ScrollPane scroll) {
            Node all = scroll.getContent();
            double spare = all.getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
            double top = all.sceneToLocal(node.localToScene(0, 0)).getY() - 16;
            if (spare > 0) {
                scroll.setVvalue(Math.clamp(top / spare, 0, 1));
            }
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return name;
    }

    private String title() {
        String vendor = VendorWords.name(form.vendor());
        return form.base()
                .map(remote -> Text.of("remotes.form.edit", Legible.line(remote.name())))
                .orElseGet(() -> Text.of("remotes.form.add", vendor));
    }

    private Node practice() {
        Label words = Controls.wrapped(Text.of("remotes.practice.about"), "practice-words");
        VBox note = new VBox(words);
        note.getStyleClass().addAll("notice", "notice-info");
        return note;
    }

    private Node name() {
        return box(new FieldBox(
                Text.of("remotes.field.name"),
                name,
                Text.of("remotes.field.name.hint"),
                RemoteDetails.MAX_NAME,
                form::nameProblem));
    }

    private Node collection() {
        ComboBox<SecretCollection> choice = new ComboBox<>();
        choice.setId("remote-collection");
        choice.setConverter(new Choice<>(one -> Legible.line(one.title())));
        choice.getItems().setAll(model.collections());
        choice.valueProperty().bindBidirectional(form.collectionProperty());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setDisable(form.base().isPresent());
        return box(new FieldBox(
                Text.of("remotes.field.collection"),
                choice,
                form.base().isPresent()
                        ? Text.of("remotes.field.collection.fixed")
                        : Text.of("remotes.field.collection.hint"),
                0,
                Optional::empty));
    }

    private void fields(VBox into) {
        List<CredentialBox> credentials = new ArrayList<>();
        boolean options = false;
        for (ContractField field : form.contract().fields()) {
            if (field.role() == Role.OPTION && !options && !field.id().equals("auth")) {
                options = true;
                Label heading = new Label(Text.of("remotes.options"));
                heading.getStyleClass().add("section");
                into.getChildren().add(heading);
            }
            if (field.role() == Role.CREDENTIAL) {
                Credential credential = form.credentials().stream()
                        .filter(one -> one.field().equals(field))
                        .findFirst()
                        .orElseThrow();
                CredentialBox box = new CredentialBox(form, credential, file -> work.read(file, credential));
                credential.editsProperty().subscribe((before, now) -> work.edited());
                credentials.add(box);
                into.getChildren().add(box(box.box()));
            } else if (field.id().equals(ContractField.AUTHORITIES)) {
                into.getChildren().add(authorities(field));
            } else {
                into.getChildren().add(setting(field));
            }
        }
        form.setting("auth").subscribe(way -> {
            List<Credential> all = form.credentials();
            for (int i = 0; i < credentials.size(); i++) {
                credentials.get(i).show(form.asks(all.get(i).field()));
            }
        });
    }

    private Node setting(ContractField field) {
        StringProperty text = form.setting(field.id());
        Control control = field.choices().isEmpty() ? text(text, "field-" + field.id()) : choice(field, text);
        FieldBox made = new FieldBox(
                FieldWords.label(form.vendor(), field),
                control,
                FieldWords.hint(form.vendor(), field),
                field.maxLength(),
                () -> form.problem(field));
        text.subscribe((before, now) -> {
            made.tell();
            work.edited();
        });
        return box(made);
    }

    private Node authorities(ContractField field) {
        TextField path = text(form.setting(field.id()), "field-" + field.id());
        form.setting(field.id()).subscribe((before, now) -> work.edited());
        return box(new AuthorityBox(form, work, field, path, model.clock().getZone()).box());
    }

    private Node box(FieldBox made) {
        boxes.add(made);
        return made.root();
    }

    private static ComboBox<String> choice(ContractField field, StringProperty text) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("field-" + field.id());
        choice.setConverter(new Choice<>(one -> FieldWords.choice(field, one)));
        choice.getItems().setAll(field.choices());
        choice.valueProperty().bindBidirectional(text);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    private static TextField text(StringProperty text, String id) {
        TextField field = FieldLimit.on(new TextField(), FieldLimit.LINE);
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Button test() {
        Button test = Controls.button("try-remote", Text.of("remotes.try"), this::tryOrStop);
        test.setTooltip(new Tip(Shortcut.CHECK_REMOTES.hint(Text.of("remotes.try.help"))));
        work.trialProperty()
                .subscribe(trial -> test.setText(
                        trial instanceof Trial.Running ? Text.of("remotes.try.stop") : Text.of("remotes.try")));
        test.disableProperty().bind(work.savingProperty());
        return test;
    }

    private void tryOrStop() {
        if (work.trialProperty().get() instanceof Trial.Running) {
            work.cancel();
        } else {
            work.test();
        }
    }

    private Button save() {
        Button save = Controls.primary("save-remote", Text.of("remotes.save"), work::save);
        save.setTooltip(new Tip(Shortcut.SAVE.hint(Text.of("remotes.save"))));
        save.disableProperty().bind(work.savingProperty());
        return save;
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SAVE.matches(key)) {
            key.consume();
            work.save();
        } else if (Shortcut.CHECK_REMOTES.matches(key)) {
            key.consume();
            work.test();
        }
    }
}
