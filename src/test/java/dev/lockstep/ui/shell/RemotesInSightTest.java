package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.SyncGround;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the main window shows of remotes by itself, with vendors' simulators. */
class RemotesInSightTest extends ToolkitTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path given) throws Exception {
        folder = given;
        ground = new SyncGround(folder);
    }

    @AfterEach
    void end() throws Exception {
        ground.close();
    }

    @Test
    void whatChangedElsewhereIsInTheTableTheDetailsAndTheStatusBar() throws Exception {
        Remote hooks = ground.remote(Vendor.HOOKLISTENER);
        Remote mixpeek = ground.remote(Vendor.MIXPEEK);
        Entry stripe = ground.pushed(hooks, "STRIPE_API_KEY", "value");
        ground.own(mixpeek, stripe, "value");
        ground.pushed(hooks, "GITHUB_TOKEN", "other");
        ground.pass(LATER);
        ground.change(Vendor.HOOKLISTENER, "STRIPE_API_KEY", "theirs");
        ground.pass(LATER);
        ground.check(hooks);
        ground.check(mixpeek);
        ground.vault().close();
        try (Window window = new Window(folder)) {
            open(window);
            window.await("the badge", () -> window.hasText("1 changed elsewhere"));
            window.press(KeyCode.DOWN);
            window.await("the details", () -> window.hasText("Changed elsewhere"));
            window.await("shapes", () -> window.has(".table-cell .sign-changed"));
            window.picture("journey-remotes-in-sight");

            ground.change(Vendor.HOOKLISTENER, "GITHUB_TOKEN", "theirs too");
            focus(window, "Check now");
            window.press(KeyCode.SPACE);
            window.await("that it was checked", () -> said(window, "hooklistener: checked, "));
            assertEquals("Check now", focused(window), "the keyboard stays where it was");
            window.await("what it found", () -> shapes(window, ".table-cell .sign-changed") == 2);
            window.await("the number of it", () -> window.hasText("2 changed elsewhere"));

            focus(window, "Show in plan");
            window.press(KeyCode.SPACE);
            window.await("the plan", () -> window.has("#plan-table"));
            window.await("its row", () -> window.hasText("STRIPE_API_KEY"));
            window.press(KeyCode.ESCAPE);
            window.await("no sheet", () -> window.model().panels().isEmpty());

            window.press(KeyCode.CONTROL, KeyCode.L);
            window.await("the unlock screen", () -> window.model().open().isEmpty());
            assertEquals(
                    Map.of(),
                    onFx(() -> window.model()
                            .sheets()
                            .ofRemotes()
                            .care()
                            .concernsProperty()
                            .get()));
        }
    }

    @Test
    void theHintOfWhatWasCutShortLeadsToTheSheetByKeys() throws Exception {
        Remote mixpeek = ground.remote(Vendor.MIXPEEK);
        for (int i = 0; i < 12; i++) {
            ground.add("KEY_" + i, "value " + i);
        }
        CutShort.apply(ground, mixpeek);
        ground.vault().close();
        try (Window window = new Window(folder)) {
            open(window);
            window.await("the hint", () -> window.has("#resume-cut-short"));
            window.picture("journey-cut-short");
            for (int i = 0; i < 20 && !"Resume\u2026".equals(focused(window)); i++) {
                window.press(KeyCode.SHIFT, KeyCode.TAB);
            }
            assertEquals("Resume\u2026", focused(window));
            window.press(KeyCode.SPACE);
            window.await("the sheet that resumes it", () -> window.has("#resume-sync"));
            runOnFx(() -> ((Hyperlink) window.node("#abandon-sync")).fire());
            window.await("the end of the hint", () -> !window.has("#resume-cut-short"));
        }
    }

    private static long shapes(Window window, String query) {
        return window.robot().lookup(query).queryAll().size();
    }

    private static boolean said(Window window, String beginning) {
        return window.robot()
                .lookup(node -> node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().startsWith(beginning))
                .tryQuery()
                .isPresent();
    }

    private static void focus(Window window, String words) {
        runOnFx(() -> window.node("#details-remotes").lookupAll(".hyperlink").stream()
                .filter(node -> ((Labeled) node).getText().equals(words))
                .findFirst()
                .orElseThrow()
                .requestFocus());
        assertTrue(window.node("#details-remotes").isVisible());
    }

    private static String focused(Window window) {
        return onFx(() -> {
            Node owner = window.stage().getScene().getFocusOwner();
            return owner instanceof Labeled labeled ? labeled.getText() : String.valueOf(owner);
        });
    }

    private void open(Window window) {
        runOnFx(() -> window.model().open(ground.file()));
        window.awaitFocus(SecretField.class);
        window.type(TestVaults.PASSWORD);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }
}
