package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.credentials.NewCode;
import dev.lockstep.ui.kit.credentials.NewCodePane;
import dev.lockstep.ui.kit.credentials.NewPassword;
import dev.lockstep.ui.kit.credentials.NewPasswordPane;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.Parent;

/** What a task asks for on the screen: a new password, a key file, a recovery code to keep. */
final class FormPane implements KeysView.Pane {
    private final Optional<NewPasswordPane> password;
    private final Optional<NewKeyFilePane> keyFile;
    private final Optional<NewCodePane> code;
    private final Waiting frame;

    FormPane(KeysViewModel model, Form form) {
        password = form.password().map(FormPane::passwordPane);
        keyFile = form.keyFile().map(part -> new NewKeyFilePane(part, model.vaultName(), form.task()));
        code = form.code().map(FormPane::codePane);
        frame = new Waiting(model, KeysWords.verb(form.task()), KeysWords.verb(form.task()), model::submit);
        if (form.task() == Task.REKEY) {
            frame.height(KeysView.HIGH);
        }
        frame.go().disableProperty().bind(model.course().busyProperty().or(form.incomplete()));
        if (form.losesKeyFile() && model.ways().shown().hasKeyFile()) {
            frame.say(Text.of("ways.change-password.without"));
        }
        password.ifPresent(pane -> frame.with(pane.root()));
        keyFile.ifPresent(pane -> frame.with(pane.root()));
        code.ifPresent(pane -> frame.with(pane.root()));
    }

    private static NewPasswordPane passwordPane(NewPassword part) {
        return new NewPasswordPane(part);
    }

    private static NewCodePane codePane(NewCode part) {
        return new NewCodePane(part);
    }

    @Override
    public Parent root() {
        return frame.root();
    }

    /** The code is drawn now, and the first part has the keyboard in the end. */
    @Override
    public void focus() {
        code.ifPresent(NewCodePane::focus);
        keyFile.ifPresent(NewKeyFilePane::focus);
        password.ifPresent(NewPasswordPane::focus);
    }

    @Override
    public void wipe() {
        password.ifPresent(NewPasswordPane::wipe);
        code.ifPresent(NewCodePane::conceal);
    }
}
