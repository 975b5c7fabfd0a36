package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Text;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The line below a vault: what the clipboard holds, that a backup failed, and when the vault locks. */
final class StatusBar {
    private final HBox root = new HBox(8);

    StatusBar(ShellViewModel model) {
        SecretClipboard clipboard = model.clipboard();
        Label copied = new Label();
        copied.setId("copied");
        copied.setAccessibleRole(AccessibleRole.TEXT);
        copied.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> copied(clipboard), clipboard.nameProperty(), clipboard.secondsLeftProperty()));
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
        root.getChildren().addAll(copied, clear, SheetPage.spring(), backup(model), locks);
    }

    Parent root() {
        return root;
    }

    /** That no backup could be made lately. */
    private static Button backup(ShellViewModel model) {
        Button problem = new Button("", Icon.of(Feather.ALERT_TRIANGLE));
        problem.setId("backup-problem");
        problem.textProperty().bind(model.automatic().problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add(Styles.FLAT);
        problem.setOnAction(event -> model.backups());
        return problem;
    }

    private static String copied(SecretClipboard clipboard) {
        String name = clipboard.nameProperty().get();
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
