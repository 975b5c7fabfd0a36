package dev.lockstep.ui.shell;

import dev.lockstep.ui.kit.SecretArea;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Counts;
import dev.lockstep.vault.Query;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** What a user does in an open vault beside keeping secrets, each from its keys to its end, so that the list has the keyboard again. */
final class Errands {
    private static final Query ALL = new Query(new Query.Scope.All(), "", Query.Order.NAME, false);

    private final Typist user;
    private final Window window;

    Errands(Typist user) {
        this.user = user;
        window = user.window();
    }

    /** Takes another password. */
    void changePassword() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.K);
        press("Change password");
        window.awaitFocus(SecretField.class);
        user.type("password");
        window.press(KeyCode.ENTER);
        window.await("the form", () -> window.secretFields().size() == 2);
        window.awaitFocus(SecretField.class);
        user.type("new password");
        window.robot().clickOn(window.secretFields().getLast());
        user.type("new password");
        press("go");
        window.await("the new password", () -> window.hasText("The password was changed."));
        window.press(KeyCode.ESCAPE);
        user.noSheet();
    }

    void backUp() {
        backups();
        press("back-up");
        window.await("the backup", () -> window.has(".backup-table") && rows(".backup-table") > 0);
        closeBackups();
    }

    /** Checks the vault and a backup, and looks what would change if that were restored. */
    void checkBackup() {
        backups();
        press("check-vault");
        window.await("the vault checked", () -> window.hasText("Check of the vault"));
        press("Back");
        press("verify");
        window.await("the backup checked", () -> window.hasText("Checked now, sound"));
        press("restore-backup");
        window.await("what would change", () -> window.has("#confirm-restore"));
        press("Cancel");
        closeBackups();
    }

    private void backups() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        window.await("the list", () -> window.has("#back-up"));
    }

    private void closeBackups() {
        window.await("the list", () -> window.has("#back-up"));
        close();
    }

    /** Gives a secret a second value, and takes back a third; the secret stays selected. */
    void changeValues() throws IOException {
        user.selectFirst();
        replaceValue("second value");
        replaceValue("third value");
        int before = versions();
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await("the second value", () -> versions() == before + 1);
    }

    /** Gives the selected secret another value. */
    void replaceValue(String canary) throws IOException {
        int before = versions();
        window.press(KeyCode.CONTROL, KeyCode.E);
        press("value-replace");
        window.awaitFocus(SecretArea.class);
        user.type(canary);
        user.save();
        window.await("another value", () -> versions() == before + 1);
    }

    /** Shows the oldest value of that secret and what differs from the one after it, and restores it. */
    void goBack() {
        int before = versions();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        window.await("the history", () -> window.has("#history-versions"));
        ListView<?> versions = window.list("#history-versions");
        window.await("the versions", () -> versions.getItems().size() == 4);
        for (int i = 1; i < 4; i++) {
            window.press(KeyCode.DOWN);
        }
        window.press(KeyCode.SPACE);
        window.await("the value", () -> shown());
        window.press(KeyCode.SPACE);
        window.await("the hidden value", () -> !shown());
        window.await("the comparison", () -> !window.node("#history-diff").isDisabled());
        press("history-diff");
        window.await("what differs", () -> shown());
        press("history-restore");
        window.await("the first value", () -> versions() == before + 1);
        close();
    }

    /** Reads the audit log. */
    void audit() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        window.await("the log", () -> window.has("#audit-table") && rows("#audit-table") > 0);
        user.typeInto("#audit-search", "search of the log");
        window.await("nothing found", () -> rows("#audit-table") == 0);
        close();
    }

    /** Has every value looked into. */
    void health() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        press("look");
        window.await("all looked into", () -> !window.has("#look") && !window.has("#cancel-look"));
        close();
    }

    /** Copies and tries to show a value while the texts of the vault are hidden. */
    void present() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        window.await("presentation mode", window.model().discretion()::presenting);
        user.selectFirst();
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        window.await("the texts", () -> !window.model().discretion().presenting());
    }

    /** Puts a secret into the trash and deletes it for good from there. */
    void deleteForGood() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        user.typeInto("#secret-name", "doomed name");
        user.typeInto("#secret-value", "doomed value");
        user.save();
        int before = counts().all();
        window.press(KeyCode.DELETE);
        window.await("one in the trash", () -> counts().trash() == 1);
        ToolkitTest.runOnFx(
                () -> window.model().open().ifPresent(shown -> shown.model().showTrash()));
        window.await("the trash", () -> window.rows() == 1);
        user.selectFirst();
        window.press(KeyCode.SHIFT, KeyCode.DELETE);
        window.await("the question", () -> window.has(".question-buttons > .danger"));
        ToolkitTest.runOnFx(((Button) window.node(".question-buttons > .danger"))::fire);
        window.await("an empty trash", () -> counts().trash() == 0);
        ToolkitTest.runOnFx(() -> window.list(".places").getSelectionModel().selectFirst());
        window.await("all secrets", () -> window.rows() == before - 1);
    }

    /** Presses a button with these words or this id, where a passing message may lie over it. */
    private void press(String which) {
        window.await("a button " + which, () -> button(which).isPresent());
        ToolkitTest.runOnFx(() -> button(which).orElseThrow().fire());
        ToolkitTest.settle();
    }

    private Optional<Button> button(String which) {
        return window.robot()
                .lookup(node -> node instanceof Button button
                        && (which.equals(button.getText()) || which.equals(button.getId()))
                        && button.isVisible()
                        && !button.isDisabled())
                .tryQueryAs(Button.class);
    }

    private void close() {
        window.press(KeyCode.CONTROL, KeyCode.W);
        user.noSheet();
    }

    private boolean shown() {
        return window.robot()
                .lookup(node -> node instanceof Labeled button
                        && button.getText() != null
                        && button.getText().startsWith("Hide ("))
                .tryQuery()
                .isPresent();
    }

    private int rows(String table) {
        return window.robot().lookup(table).queryTableView().getItems().size();
    }

    /** Values that there are or were. */
    private int versions() {
        Catalog catalog = window.model().open().orElseThrow().vault().catalog();
        var found = catalog.find(ALL);
        return IntStream.range(0, found.size())
                .map(i -> catalog.entry(found.id(i)).orElseThrow().versions())
                .sum();
    }

    private Counts counts() {
        return window.model().open().orElseThrow().vault().catalog().counts();
    }
}
