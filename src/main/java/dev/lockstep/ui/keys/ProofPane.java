package dev.lockstep.ui.keys;

import dev.lockstep.keystore.Keystore;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.credentials.KeyFilePane;
import dev.lockstep.words.KeystoreWords;
import dev.lockstep.words.Text;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks for the present password and its key file before a task, and says what follows from the task. */
final class ProofPane implements KeysView.Pane {
    private final KeysViewModel model;
    private final SecretField field = new SecretField();
    private final Waiting frame;

    ProofPane(KeysViewModel model, Task task) {
        this.model = model;
        boolean asksMore = task.hasForm(model.needsProof());
        frame = new Waiting(
                model, KeysWords.title(task), asksMore ? Text.of("ways.next") : KeysWords.verb(task), this::go);
        if (task == Task.QUICK_UNLOCK) {
            Keystore.Kind kind = model.ways().keystore();
            frame.say(Text.of("ways.quick.trade", KeystoreWords.name(kind)));
        }
        frame.say(KeysWords.explanation(task));
        if (model.needsProof()) {
            ask();
        }
        model.course().failureProperty().subscribe(failure -> {
            if (failure.isPresent()) {
                field.clear();
                focus();
            }
        });
    }

    private void ask() {
        Label label = new Label(Text.of("ways.proof"));
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        field.setAccessibleText(label.getText());
        field.editsProperty()
                .subscribe(edit -> frame.go().setDisable(field.buffer().isEmpty()));
        frame.with(new VBox(4, label, field));
        if (model.ways().shown().hasKeyFile()) {
            frame.with(new KeyFilePane(model.presentKeyFile()).root());
        }
    }

    private void go() {
        model.prove(field.buffer());
    }

    @Override
    public Parent root() {
        return frame.root();
    }

    @Override
    public void focus() {
        if (model.needsProof()) {
            field.requestFocus();
        } else {
            frame.go().requestFocus();
        }
    }

    @Override
    public void wipe() {
        field.clear();
    }
}
