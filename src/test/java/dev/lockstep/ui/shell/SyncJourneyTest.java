package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.app.PracticeForTests;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.Connections;
import dev.lockstep.ui.kit.ToolkitTest;
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
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sync through the whole window, by keyboard, with a practice vault on loopback. */
class SyncJourneyTest extends ToolkitTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Connector connector = new Connector(executor, Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    void aSecretIsPlannedAppliedAndLookedAtByKeysAlone() throws Exception {
        try (Window window = new Window(folder);
                Connection there = PracticeForTests.of(executor, Clock.systemUTC(), connector)
                        .start(Vendor.HOOKLISTENER)) {
            window.unlock(vault(there));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.awaitFocus("plan-table");
            window.await("the banner", () -> window.has("#sync-banners"));
            window.picture("journey-sync-unlisted");
            window.press(KeyCode.F5);
            window.await("a row to create", () -> window.hasText("Apply 1 row"));
            window.awaitFocus("plan-table");
            window.press(KeyCode.SPACE);
            window.await("no row", () -> window.hasText("Apply"));
            window.press(KeyCode.SPACE);
            window.await("the row again", () -> window.hasText("Apply 1 row"));
            window.picture("journey-sync-plan");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.awaitFocus("confirm-apply");
            window.press(KeyCode.ENTER);
            window.await("the end", () -> window.has("#apply-summary"));
            window.picture("journey-sync-ended");
            assertTrue(onFx(() -> ((Label) window.node("#apply-summary")).getText())
                    .startsWith("1 created, 0 updated"));
            assertTrue(names(there).contains("STRIPE_API_KEY"));
            window.press(KeyCode.ESCAPE);
            window.awaitFocus("plan-table");
            window.await("nothing to do", () -> window.hasText("Apply"));
            window.picture("journey-sync-clean");
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());
        }
    }

    @Test
    void checkingFromTheListOpensTheSheetAndNothingIsAskedWhileAllIsPaused() throws Exception {
        try (Window window = new Window(folder);
                Connection there = PracticeForTests.of(executor, Clock.systemUTC(), connector)
                        .start(Vendor.HOOKLISTENER)) {
            window.unlock(vault(there));
            runOnFx(() -> window.model().sheets().ofRemotes().pauseAll(true));
            window.await("the pause", () -> window.model().sheets().ofRemotes().pausedAll());
            window.press(KeyCode.F5);
            window.awaitFocus("plan-table");
            window.await(
                    "that it is paused", () -> window.hasText("Hooks is paused. Nothing is sent there or asked for."));
            window.press(KeyCode.ESCAPE);
            if (!onFx(() -> window.model().panels().isEmpty())) {
                // the look was still under way, and Esc ends that first
                window.press(KeyCode.ESCAPE);
            }
            window.await("no sheet", () -> window.model().panels().isEmpty());
            runOnFx(() -> window.model().sheets().ofRemotes().pauseAll(false));
            window.await("its end", () -> !window.model().sheets().ofRemotes().pausedAll());
            window.press(KeyCode.F5);
            window.await("a row to create", () -> window.hasText("Apply 1 row"));
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the unlock screen", () -> window.model().open().isEmpty());
            assertEquals(List.of(), window.model().panels());
        }
    }

    private List<String> names(Connection there) throws Exception {
        try (RemoteVault open = connector.open(there)) {
            List<String> names = new ArrayList<>();
            open.list(secret -> names.add(secret.name()));
            return names;
        }
    }

    private Path vault(Connection there) throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            TestVaults.add(made, "STRIPE_API_KEY", "value");
            VendorContract contract = VendorContracts.of(there.vendor());
            Map<String, String> settings = Connections.tidy(contract, there.settings());
            RemoteDetails details = new RemoteDetails(
                    "Hooks",
                    Connections.place(contract, settings),
                    contract.names().mapping(),
                    "",
                    settings);
            made.remotes()
                    .add(
                            made.collections().all().getFirst().id(),
                            there.vendor().id(),
                            details,
                            there.credentials());
        }
        return file;
    }
}
