package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remotes through the whole window, by keyboard, with a practice vault on loopback. */
class RemotesJourneyTest extends ToolkitTest {
    @TempDir
    private Path folder;

    @Test
    void aPracticeVaultIsAddedTriedAndReadWithoutTheMouse() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            open(window, file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.await("the empty state", () -> window.hasText("Not connected"));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.awaitFocus(ListView.class);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            tabTo(window, "practise");
            window.press(KeyCode.SPACE);
            window.awaitFocus(TextField.class);
            window.press(KeyCode.F5);
            window.await("a welcome", () -> window.hasText("It works"));
            window.picture("journey-remotes-form");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.awaitFocus(TableView.class);
            window.press(KeyCode.F5);
            window.await("the check", () -> window.hasText("Tested just now"));
            window.picture("journey-remotes-list");
            window.press(KeyCode.ENTER);
            window.await("the list", () -> window.hasText("3 names, all there is"));
            window.awaitFocus(TableView.class);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.press(KeyCode.SPACE);
            window.await("the value", () -> !window.node("#reveal-value").isDisabled());
            window.picture("journey-remotes-browse");
            window.press(KeyCode.ESCAPE);
            window.awaitFocus(TableView.class);
            window.press(KeyCode.DELETE);
            window.await("the question", () -> window.has("#really-remove"));
            window.press(KeyCode.ESCAPE);
            window.awaitFocus(TableView.class);
            assertEquals(
                    1,
                    onFx(() -> window.model()
                            .open()
                            .orElseThrow()
                            .vault()
                            .remotes()
                            .all()
                            .size()));
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
        }
    }

    @Test
    void lockingTakesAHalfTypedCredentialAwayAndWipesIt() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            open(window, file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.await("the empty state", () -> window.hasText("Not connected"));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.awaitFocus(ListView.class);
            window.press(KeyCode.ENTER);
            window.awaitFocus(TextField.class);
            tabTo(window, "credential-api-key");
            window.type("half a key");
            SecretBuffer typed = onFx(() -> window.secretFields().getFirst().buffer());
            assertEquals(10, onFx(typed::length));
            window.press(KeyCode.ESCAPE);
            window.await("the question", () -> window.has("#keep-editing"));
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the unlock screen", () -> window.model().open().isEmpty());

            assertEquals(0, onFx(typed::length));
            assertFalse(window.has("#remote-name"));
        }
    }

    private static void tabTo(Window window, String id) {
        for (int i = 0; i < 20; i++) {
            if (id.equals(onFx(() -> window.stage().getScene().getFocusOwner().getId()))) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("the keyboard never came to " + id);
    }

    private static void open(Window window, Path file) {
        runOnFx(() -> window.model().open(file));
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }

    private Path vault() throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            TestVaults.add(made, "STRIPE_API_KEY", "value");
        }
        return file;
    }
}
