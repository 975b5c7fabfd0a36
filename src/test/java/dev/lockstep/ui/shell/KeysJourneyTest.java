package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.file.Path;
import java.sql.DriverManager;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways into a vault through the whole window, by keyboard. */
class KeysJourneyTest extends ToolkitTest {
    private static final String NEXT = "quite another password";

    @TempDir
    private Path folder;

    @Test
    void quickUnlockIsSwitchedOnAndOpensAfterALock() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            unlock(window, file, TestVaults.PASSWORD);
            keys(window);
            window.clickOn("#quick-unlock");
            window.awaitFocus(SecretField.class);
            window.type(TestVaults.PASSWORD);
            window.press(KeyCode.ENTER);
            window.await("quick unlock", () -> window.hasText("Quick unlock is switched on for this computer."));
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the offer of quick unlock", () -> window.has("#quick-unlock"));
            window.picture("journey-keys-quick");
            window.press(KeyCode.ENTER);
            window.await("the vault", () -> window.model().open().isPresent());

            assertEquals(
                    Way.KEYSTORE,
                    onFx(() -> window.model().open().orElseThrow().vault().openedBy()));
        }
    }

    @Test
    void afterReKeyingTheUnlockScreenAsksForTheNewPassword() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            unlock(window, file, TestVaults.PASSWORD);
            keys(window);
            window.clickOn("#rekey");
            window.awaitFocus(SecretField.class);
            window.type(TestVaults.PASSWORD);
            window.press(KeyCode.ENTER);
            window.await("the form", () -> window.secretFields().size() == 2);
            window.awaitFocus(SecretField.class);
            window.type(NEXT);
            window.press(KeyCode.TAB);
            window.type(NEXT);
            tabTo(window, CheckBox.class);
            window.press(KeyCode.SPACE);
            window.clickOn("#go");
            window.await("the cost of the new password", () -> !window.has("#go"));
            window.await("the end", () -> window.has("#unlock-anew"));
            window.press(KeyCode.ENTER);
            window.await("the unlock screen", () -> window.secretFields().size() == 1);
            assertFalse(window.model().open().isPresent());
            window.awaitFocus(SecretField.class);
            window.type(NEXT);
            window.press(KeyCode.ENTER);
            window.await("the vault", () -> window.model().open().isPresent());

            assertEquals(1, window.rows());
        }
    }

    @Test
    void alteredKeySlotsAreToldAboveTheVaultUntilTheyAreRemoved() throws Exception {
        Path file = vault();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE head SET v = zeroblob(160) WHERE k = 2");
        }
        try (Window window = new Window(folder)) {
            unlock(window, file, TestVaults.PASSWORD);
            window.picture("journey-keys-altered");
            window.clickOn("#show-keys");
            window.clickOn("#drop-altered");
            window.await("the end of the warning", () -> !window.has("#show-keys"));

            assertFalse(onFx(() -> window.model().open().orElseThrow().vault().readOnly()));
            assertTrue(window.model().panels().isEmpty());
        }
    }

    private Path vault() throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            TestVaults.add(vault, "API_KEY", "value of it");
        }
        return file;
    }

    private static void unlock(Window window, Path file, String password) {
        runOnFx(() -> window.model().open(file));
        window.awaitFocus(SecretField.class);
        window.type(password);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }

    /** Goes on with Tab, which scrolls along. */
    private static void tabTo(Window window, Class<?> control) {
        for (int i = 0;
                i < 12
                        && !control.isInstance(
                                onFx(() -> window.stage().getScene().getFocusOwner()));
                i++) {
            window.press(KeyCode.TAB);
        }
    }

    private static void keys(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.await("the keys", () -> window.has("#rekey"));
    }
}
