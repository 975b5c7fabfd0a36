package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Asked;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.Connections;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.TestVaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applying many rows at a vendor that answers when the test wants it to, cut short by a lock and by the user, and gone on with. */
class CutShortJourneyTest extends ToolkitTest {
    private static final int ROWS = 200;
    private static final int AT_FIRST = 40;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Semaphore answers = new Semaphore(AT_FIRST);
    private final AtomicInteger unanswered = new AtomicInteger();

    @TempDir
    private Path folder;

    private HooklistenerSimulator there;

    @BeforeEach
    void start() throws IOException {
        there = new HooklistenerSimulator(executor, Clock.systemUTC(), Set.of());
        there.witnessedBy((asked, answered) -> hold(asked));
    }

    @AfterEach
    void stop() {
        answers.release(Integer.MAX_VALUE / 2);
        there.close();
        executor.close();
    }

    /** What was written is written; who wrote it does not know before the test lets the answer go. */
    private void hold(Asked asked) {
        if (asked.method().equals("POST")) {
            sent.merge(name(asked), 1, Integer::sum);
            unanswered.incrementAndGet();
            answers.acquireUninterruptibly();
            unanswered.decrementAndGet();
        }
    }

    private static String name(Asked asked) {
        try {
            return new ObjectMapper().readTree(asked.body()).at("/secret/name").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLockLetsRowsInFlightComeToTheirEndAndTheOthersAreResumed() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            window.unlock(file);
            apply(window);
            window.picture("journey-cut-applying");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the unlock screen", () -> window.model().open().isEmpty());
            answering(window, "the closed vault", () -> window.model().swept());
            int before = sent.size();
            assertTrue(before >= AT_FIRST && before < ROWS, before + " rows before the lock");

            answers.release(2 * ROWS);
            window.unlock();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.await("what is left", () -> window.has("#resume-sync"));
            window.awaitFocus("plan-table");
            window.picture("journey-cut-resume");
            window.tabTo("resume-sync");
            window.press(KeyCode.SPACE);
            assertEnded(window, (ROWS - before) + " created, 0 updated");
            window.picture("journey-cut-resumed");
            assertEquals(ROWS, sent.size());
            assertEquals(Set.of(1), Set.copyOf(sent.values()), "each was sent once");
            window.press(KeyCode.ESCAPE);
            window.awaitFocus("plan-table");
            assertTrue(!window.has("#resume-sync"));
        }
    }

    @Test
    void cancellingLetsRowsInFlightComeToTheirEndAndTheOthersArePlannedAgain() throws Exception {
        Path file = vault();
        try (Window window = new Window(folder)) {
            window.unlock(file);
            apply(window);
            window.tabTo("cancel-apply");
            window.press(KeyCode.SPACE);
            window.await(
                    "that it is cancelled", () -> window.node("#cancel-apply").isDisabled());
            answering(window, "the end of the rows in flight", () -> window.has("#apply-summary"));
            int before = sent.size();
            assertTrue(before >= AT_FIRST && before < ROWS, before + " rows before it was cancelled");
            assertEnded(window, before + " created, 0 updated");
            window.picture("journey-cut-cancelled");

            answers.release(2 * ROWS);
            window.press(KeyCode.ESCAPE);
            window.await("the rest", () -> window.hasText("Apply " + (ROWS - before) + " rows"));
            assertTrue(!window.has("#resume-sync"), "who cancels does not want it resumed");
            window.awaitFocus("plan-table");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.awaitFocus("confirm-apply");
            window.press(KeyCode.ENTER);
            assertEnded(window, (ROWS - before) + " created, 0 updated");
            assertEquals(ROWS, sent.size());
            assertEquals(Set.of(1), Set.copyOf(sent.values()), "each was sent once");
        }
    }

    /** Checks, applies, and returns when the vendor has answered to some rows and keeps its answers to the next ones. */
    private void apply(Window window) {
        window.press(KeyCode.F5);
        window.await("the plan", () -> window.hasText("Apply " + ROWS + " rows"));
        window.awaitFocus("plan-table");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.awaitFocus("confirm-apply");
        window.press(KeyCode.ENTER);
        window.awaitFocus("result-table");
        window.await("rows in flight", () -> sent.size() > AT_FIRST && answers.availablePermits() == 0);
        assertEquals(
                ROWS,
                onFx(() ->
                        ((TableView<?>) window.node("#result-table")).getItems().size()));
    }

    /** Lets one answer go after the other until something holds: far fewer than rows are left, so that only a stop ends it. */
    private void answering(Window window, String what, BooleanSupplier condition) {
        window.await(what, () -> {
            if (unanswered.get() > 0) {
                answers.release();
            }
            return condition.getAsBoolean();
        });
    }

    private static void assertEnded(Window window, String summary) {
        window.await("the end", () -> window.has("#apply-summary"));
        String told = onFx(() -> ((Label) window.node("#apply-summary")).getText());
        assertTrue(told.startsWith(summary), told);
    }

    private Path vault() throws Exception {
        Path file = folder.resolve("Acme.lockstep");
        try (OpenVault made = TestVaults.create(file)) {
            for (int i = 0; i < ROWS; i++) {
                TestVaults.add(made, "KEY_" + (1000 + i), "value " + i);
            }
            VendorContract contract = VendorContracts.of(Vendor.HOOKLISTENER);
            Map<String, String> settings = Connections.tidy(contract, Map.of("address", there.address()));
            RemoteDetails details = new RemoteDetails(
                    "Hooks",
                    Connections.place(contract, settings),
                    contract.names().mapping(),
                    "",
                    settings);
            try (SecretValue key = TestVaults.value(HooklistenerSimulator.KEY)) {
                made.remotes()
                        .add(TestVaults.collection(made), Vendor.HOOKLISTENER.id(), details, Map.of("api-key", key));
            }
        }
        return file;
    }
}
