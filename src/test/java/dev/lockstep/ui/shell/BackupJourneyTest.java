package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backing up, going back, an old file in the place of the vault, and a broken one, by mouse and keyboard. */
class BackupJourneyTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private Path file;

    private static OpenVault vault(Window window) {
        return window.model().open().orElseThrow().vault();
    }

    private void unlock(Window window) {
        runOnFx(() -> window.model().open(file));
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        window.await("the rows", () -> window.has(".secret-table"));
    }

    @Test
    void backUpRestoreAcceptAnOlderFileAndRescueABrokenOne() throws Exception {
        file = folder.resolve("acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            TestVaults.add(made, "ALPHA", "the value of alpha");
        }
        byte[] old = Files.readAllBytes(file);
        try (Window window = new Window(folder)) {
            unlock(window);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.click("Back up now");
            window.await("the backup", () -> window.hasText("Save"));
            window.click("Close");
            TestVaults.add(vault(window), "BETA", "the value of beta");
            restore(window);
            runOnFx(window.model()::lock);
            Files.write(file, old);
            olderFile(window);
            runOnFx(window.model()::lock);
            window.await("the lock", () -> window.has(".gate-page"));
            broken(window);
        }
    }

    private void restore(Window window) throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        window.click("Restore\u2026");
        window.await("what would change", () -> window.hasText("1 secret goes away"));
        window.picture("shell-backups-compare");
        window.click("Restore this backup");
        window.await("the end", () -> window.hasText("The backup was restored"));
        window.click("Close");
        window.await("the list", () -> vault(window).catalog().counts().all() == 1);
        assertFalse(window.hasText("BETA"));
    }

    private void olderFile(Window window) {
        unlock(window);
        window.await("the warning", () -> window.has("#accept-rollback"));
        assertTrue(vault(window).readOnly());
        window.picture("shell-rollback");
        runOnFx(() -> {
            window.stage().setWidth(900);
            window.stage().setHeight(600);
        });
        window.picture("shell-rollback-small");
        window.clickOn("#rollback-backups");
        window.await("the backups", () -> window.hasText("Save"));
        window.click("Close");
        window.clickOn("#accept-rollback");
        window.await("the decision", () -> !window.has("#accept-rollback"));
        assertFalse(vault(window).readOnly());
    }

    private void broken(Window window) throws Exception {
        byte[] garbage = new byte[9000];
        Arrays.fill(garbage, (byte) 7);
        Files.write(file, garbage);
        runOnFx(() -> window.model().open(file));
        window.await("the failure", () -> window.has("#rescue") && window.hasText("Try again"));
        window.picture("shell-broken");
        window.clickOn("#rescue");
        window.await("the backups", () -> window.has(".backup-table"));
        window.robot().clickOn(window.secretFields().getFirst());
        window.type(TestVaults.PASSWORD);
        window.picture("shell-rescue");
        window.clickOn("#rescue-restore");
        window.await("the vault", () -> window.model().open().isPresent());
        assertEquals(2, vault(window).catalog().counts().all(), "the newest is the file that the restore kept");
        assertTrue(vault(window).rollback().isEmpty());
    }
}
