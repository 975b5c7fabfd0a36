package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The line below a vault: what the clipboard holds, and when the vault locks. */
final class StatusBar {
    private final HBox root = new HBox(8);

    StatusBar(ShellViewModel model) {
        SecretClipboard clipboard = model.clipboard();
        Label copied = new Label();
        copied.setId("copied");
        copied.setAccessibleRole(AccessibleRole.TEXT);
        copied.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> copied(clipboard, model.discretion()),
                        clipboard.nameProperty(),
                        clipboard.secondsLeftProperty(),
                        model.discretion().presentingProperty()));
        Button clear = new Button(Text.of("shell.clearNow"));
        clear.setId("clear-now");
        clear.visibleProperty().bind(clipboard.nameProperty().isNotEmpty());
        clear.setOnAction(event -> clipboard.clearNow());
        Label locks = new Label();
        locks.setId("locks");
        locks.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> locks(model.idle().secondsLeftProperty().get()),
                        model.idle().secondsLeftProperty()));
        root.getStyleClass().add("status-bar");
        root.getChildren().addAll(copied, clear, SheetPage.spring(), locks);
    }

    Parent root() {
        return root;
    }

    private static String copied(SecretClipboard clipboard, Discretion discretion) {
        String name = discretion.line(clipboard.nameProperty().get());
        if (name.isEmpty()) {
            return "";
        }
        int seconds = clipboard.secondsLeftProperty().get();
        return seconds > 0 ? Text.of("shell.copied", name, seconds) : Text.of("shell.copied.kept", name);
    }

    private static String locks(long seconds) {
        if (seconds == IdleLock.NEVER) {
            return "";
        }
        return seconds > 60
                ? Text.of("shell.locksInMinutes", Math.ceilDiv(seconds, 60))
                : Text.of("shell.locksInSeconds", Math.max(0, seconds));
    }
}
