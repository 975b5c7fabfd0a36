package dev.lockstep.ui.shell;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.words.Text;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The line below a vault: what the clipboard holds, how much is due, that a backup failed, that remotes want a look, and when the vault locks. */
final class StatusBar {
    private final HBox root = new HBox(8);

    StatusBar(ShellViewModel model, SecretsViewModel secrets) {
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
        root.getChildren()
                .addAll(copied, clear, SheetPage.spring(), backup(model), remotes(model), due(secrets), locks);
    }

    Parent root() {
        return root;
    }

    /** That no backup could be made lately. */
    private static Button backup(ShellViewModel model) {
        Button problem = new Button("", Icon.of(Feather.ALERT_TRIANGLE));
        problem.setId("backup-problem");
        problem.textProperty().bind(model.care().backups().problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.getStyleClass().add(Styles.FLAT);
        problem.setOnAction(event -> model.backups());
        return problem;
    }

    /** What wants a look at remotes. */
    private static Button remotes(ShellViewModel model) {
        RemoteSheets sheets = model.sheets().ofRemotes();
        ObservableValue<AttentionWords> words =
                sheets.care().concernsProperty().map(concerns -> AttentionWords.of(concerns.values()));
        Tip tip = new Tip();
        tip.textProperty()
                .bind(words.map(now -> Shortcut.SYNC_PLAN.hint(Text.of("shell.sync.plan")) + "\n" + now.whole()));
        Button attention = new Button("", Icon.of(Feather.CLOUD));
        attention.setId("remotes-attention");
        attention.textProperty().bind(words.map(AttentionWords::brief));
        attention.visibleProperty().bind(attention.textProperty().isNotEmpty());
        attention.managedProperty().bind(attention.visibleProperty());
        attention.accessibleHelpProperty().bind(words.map(AttentionWords::whole));
        attention.setTooltip(tip);
        attention.getStyleClass().add(Styles.FLAT);
        attention.setOnAction(event -> sheets.sync());
        return attention;
    }

    /** How many secrets are due, never which: the window may be seen by others. */
    private static Button due(SecretsViewModel secrets) {
        Button due = new Button("", Icon.of(Feather.CLOCK));
        due.setId("due");
        due.textProperty().bind(secrets.due());
        due.visibleProperty().bind(due.textProperty().isNotEmpty());
        due.managedProperty().bind(due.visibleProperty());
        due.setTooltip(new Tip(Shortcut.ROTATE_SOON.hint(Action.ROTATE_SOON.words())));
        due.getStyleClass().add(Styles.FLAT);
        due.setOnAction(event -> secrets.run(Action.ROTATE_SOON));
        return due;
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
