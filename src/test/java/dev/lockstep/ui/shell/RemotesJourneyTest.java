package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.app.PracticeForTests;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remotes through the whole window, by keyboard, with a practice vault on loopback. */
class RemotesJourneyTest extends ToolkitTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    private Path folder;

    @Test
    void aPracticeVaultIsAddedTriedAndReadWithoutTheMouse() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            window.unlock(file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.await("the empty state", () -> window.hasText("Not connected"));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.awaitFocus(ListView.class);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.tabTo("practise");
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
    void aRemoteIsFilledInUsedChangedAndRemovedByKeysAlone() throws Exception {
        Path file = vault();
        Connector connector = new Connector(executor, Clock.systemUTC());
        try (Window window = new Window(folder);
                Connection there = PracticeForTests.of(executor, Clock.systemUTC(), connector)
                        .start(Vendor.HOOKLISTENER)) {
            window.unlock(file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.awaitFocus("add-remote");
            window.press(KeyCode.ENTER);
            window.awaitFocus("vendors");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.awaitFocus("remote-name");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("Hooks");
            window.tabTo("field-address");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type(there.setting("address").orElseThrow());
            window.tabTo("credential-api-key");
            window.type(HooklistenerSimulator.KEY);
            window.press(KeyCode.F5);
            window.await("a welcome", () -> window.hasText("It works"));
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.awaitFocus("remotes-table");
            window.press(KeyCode.ENTER);
            window.awaitFocus("found-table");
            window.await("the list", () -> window.hasText("3 names, all there is"));
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.awaitFocus("search-there");
            window.type("signing");
            window.press(KeyCode.DOWN);
            window.awaitFocus("found-table");
            window.press(KeyCode.ENTER);
            window.awaitFocus("read-value");
            window.press(KeyCode.SPACE);
            window.await("the value", () -> !window.node("#copy-value").isDisabled());
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.awaitFocus("search-there");
            window.press(KeyCode.ESCAPE);
            window.await("all names", () -> window.hasText("3 names, all there is"));
            assertTrue(window.has("#found-table"), "Esc gives up the search first");
            window.press(KeyCode.ESCAPE);
            window.awaitFocus("remotes-table");
            window.tabTo("pause-remote");
            window.press(KeyCode.SPACE);
            window.await("the pause", () -> window.hasText("Paused"));
            window.awaitFocus("pause-remote");
            window.press(KeyCode.SPACE);
            window.await("the end of it", () -> window.hasText("Not tested yet"));
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.awaitFocus("remote-name");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("Webhooks");
            window.press(KeyCode.CONTROL, KeyCode.S);
            window.awaitFocus("remotes-table");
            window.await("the new name", () -> window.hasText("Webhooks"));
            window.press(KeyCode.DELETE);
            window.awaitFocus("keep-remote");
            window.press(KeyCode.TAB);
            window.awaitFocus("really-remove");
            window.press(KeyCode.SPACE);
            window.awaitFocus("add-remote");
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
        }
    }

    @Test
    void lockingTakesAHalfTypedCredentialAwayAndWipesIt() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            window.unlock(file);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            window.await("the empty state", () -> window.hasText("Not connected"));
            window.press(KeyCode.CONTROL, KeyCode.N);
            window.awaitFocus(ListView.class);
            window.press(KeyCode.ENTER);
            window.awaitFocus(TextField.class);
            window.tabTo("credential-api-key");
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

    private Path vault() throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            TestVaults.add(made, "STRIPE_API_KEY", "value");
        }
        return file;
    }
}
