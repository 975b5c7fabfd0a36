package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.app.PracticeForTests;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.Practice;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation run through the whole window, by keyboard, at a vendor that takes new values and at one that gives no way to. */
class RotationJourneyTest extends ToolkitTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector = new Connector(executor, Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    void whatSomebodyKnewIsRotatedByKeysAlone() throws Exception {
        Practice practice = PracticeForTests.of(executor, Clock.systemUTC(), connector);
        try (Window window = new Window(folder);
                Connection able = practice.start(Vendor.HOOKLISTENER);
                Connection unable = practice.start(Vendor.HOOKPULSE)) {
            open(window, vault(able, unable));
            push(window);
            String before = value(able);
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("stripe");
            window.await("one hit", () -> window.rows() == 1);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.R);
            window.await("the value", () -> window.hasText("Hide (20 s)") || window.hasText("Hide (19 s)"));

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            awaitFocus(window, "plan-table");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            awaitFocus(window, "choice-table");
            window.press(KeyCode.SPACE);
            window.await("one ticked", () -> window.hasText("Rotate 1 secret"));
            window.picture("journey-rotation-offboarding");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            awaitFocus(window, "run-table");
            window.press(KeyCode.ENTER);
            awaitFocus(window, "values-table");
            window.press(KeyCode.CONTROL, KeyCode.G);
            window.await("a value", () -> window.hasText("Save 1 new value"));
            window.picture("journey-rotation-value");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.await("the next step", () -> window.hasText("Open the plan\u2026"));
            awaitFocus(window, "run-table");
            window.press(KeyCode.ENTER);
            awaitFocus(window, "plan-table");
            window.await("the plan of one secret", () -> window.hasText("Sync plan of 1 secret"));
            window.picture("journey-rotation-plan");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            awaitFocus(window, "confirm-apply");
            window.press(KeyCode.ENTER);
            window.await("the end", () -> window.has("#apply-summary"));
            window.press(KeyCode.ESCAPE);
            awaitFocus(window, "plan-table");
            window.press(KeyCode.ESCAPE);
            awaitFocus(window, "run-table");
            window.await("what is left", () -> window.hasText("Accept all (1)"));
            window.picture("journey-rotation-left");
            assertNotEquals(before, value(able));
            assertEquals(before, value(unable));

            tabTo(window, "accept-all");
            window.press(KeyCode.SPACE);
            window.await("its end", () -> window.hasText("Remove from the list"));
            window.picture("journey-rotation-finished");
            window.press(KeyCode.ESCAPE);
            awaitFocus(window, "runs-table");
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
            OpenVault vault = onFx(() -> window.model().open().orElseThrow().vault());
            assertFalse(vault.audit().page(1, 500).entries().stream()
                    .filter(entry -> entry.event() == AuditEvent.ROTATION_FINISHED)
                    .toList()
                    .isEmpty());
        }
    }

    @Test
    void selectedSecretsAreTheStartOfARunAndALockEndsTheSheet() throws Exception {
        try (Window window = new Window(folder)) {
            open(window, vault());
            window.press(KeyCode.CONTROL, KeyCode.F);
            window.type("stripe");
            window.await("one hit", () -> window.rows() == 1);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
            awaitFocus(window, "choice-table");
            window.await("it ticked", () -> window.hasText("Rotate 1 secret"));
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            awaitFocus(window, "run-table");
            window.press(KeyCode.ENTER);
            awaitFocus(window, "values-table");
            window.press(KeyCode.CONTROL, KeyCode.G);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the unlock screen", () -> window.model().open().isEmpty());
            assertEquals(List.of(), window.model().panels());
            unlock(window);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
            awaitFocus(window, "runs-table");
            window.press(KeyCode.ENTER);
            awaitFocus(window, "run-table");
            window.await("the run", () -> window.hasText("New values\u2026"));
        }
    }

    /** Both vendors get the value. */
    private static void push(Window window) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        awaitFocus(window, "plan-table");
        window.press(KeyCode.F5);
        window.await("rows to create", () -> window.hasText("Apply 2 rows"));
        awaitFocus(window, "plan-table");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        awaitFocus(window, "confirm-apply");
        window.press(KeyCode.ENTER);
        window.await("the end", () -> window.has("#apply-summary"));
        window.press(KeyCode.ESCAPE);
        awaitFocus(window, "plan-table");
        window.press(KeyCode.ESCAPE);
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    private static void tabTo(Window window, String id) {
        for (int i = 0; i < 12 && !has(window, id); i++) {
            window.press(KeyCode.TAB);
        }
        awaitFocus(window, id);
    }

    private static boolean has(Window window, String id) {
        return onFx(() -> {
            Node owner = window.stage().getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
    }

    private String value(Connection there) throws Exception {
        try (RemoteVault open = connector.open(there)) {
            List<RemoteSecret> all = new ArrayList<>();
            open.list(all::add);
            String id = all.stream()
                    .filter(secret -> secret.name().equalsIgnoreCase("STRIPE_API_KEY"))
                    .findFirst()
                    .flatMap(RemoteSecret::id)
                    .orElseThrow();
            return TestVaults.text(open.valueReader().orElseThrow().read(id));
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitFocus(Window window, String id) {
        window.await("the keyboard in " + id, () -> {
            Node owner = window.stage().getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
    }

    private static void open(Window window, Path file) {
        runOnFx(() -> window.model().open(file));
        unlock(window);
    }

    private static void unlock(Window window) {
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }

    private Path vault(Connection... remotes) throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            TestVaults.add(made, "STRIPE_API_KEY", "value");
            for (Connection there : remotes) {
                VendorContract contract = VendorContracts.of(there.vendor());
                Map<String, String> settings = Connections.tidy(contract, there.settings());
                RemoteDetails details = new RemoteDetails(
                        there.vendor().id(),
                        Connections.place(contract, settings),
                        contract.names().mapping(),
                        "",
                        settings);
                made.remotes().add(TestVaults.collection(made), there.vendor().id(), details, there.credentials());
            }
        }
        return file;
    }
}
