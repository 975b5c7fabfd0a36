package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksPicturesTest extends ToolkitTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private RemoteDesk desk;
    private Stage stage;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new RemoteDesk(folder, MarksPicturesTest::onScreen);
        stage = onFx(Stage::new);
    }

    private static void onScreen(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    @AfterEach
    void close() {
        runOnFx(() -> {
            stage.close();
            try {
                desk.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void secretsInEveryState() throws Exception {
        Entry chosen = fill();
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            String full = "main-remotes-" + (int) size[0];
            Screens.write(
                    full,
                    () -> {
                        SecretsViewModel model = desk.model();
                        SecretsView view = new SecretsView(model);
                        model.parts().list().choose(List.of(chosen.id()));
                        Platform.runLater(() -> {
                            view.root().lookup(".secret-table").requestFocus();
                            desk.time.pass(Duration.ofSeconds(1));
                        });
                        return view.root();
                    },
                    size[0],
                    size[1]);
            assertTrue(Files.exists(Path.of("target", "screens", full + "-dark.png")));
        }
    }

    @Test
    void theDetailsLeadToThePlanAndToACheckByKeyboard() throws Exception {
        Entry chosen = fill();
        SecretsView view = onFx(() -> {
            SecretsViewModel model = desk.model();
            SecretsView made = new SecretsView(model);
            show(made, 1280, 800);
            model.parts().list().choose(List.of(chosen.id()));
            desk.time.pass(Duration.ofSeconds(1));
            return made;
        });
        settle();
        List<Hyperlink> links = onFx(() -> view.root().lookupAll("#details-remotes .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .toList());
        assertEquals(
                List.of("Show in plan", "Check now"),
                links.stream().limit(2).map(Labeled::getText).toList());
        runOnFx(links.get(0)::fire);
        assertEquals(chosen.id(), desk.planned.getFirst().secret().orElseThrow());
        runOnFx(() -> {
            links.get(1).requestFocus();
            links.get(1).fire();
        });
        settle();
        runOnFx(() -> desk.time.pass(Duration.ofSeconds(1)));
        settle();
        Node keyboard = onFx(() -> view.root().getScene().getFocusOwner());
        assertEquals("Check now", ((Labeled) keyboard).getText(), "the keyboard stays where it was");
        assertTrue(desk.toasts.getLast().text().contains(": checked, "), desk.toasts::toString);
    }

    @Test
    void withoutRemotesThereIsNoColumnUntilTheFirstOneComes() throws Exception {
        desk.ground.add("ALPHA", "value");
        SecretsView view = onFx(() -> {
            SecretsView made = new SecretsView(desk.model());
            show(made, 900, 600);
            return made;
        });
        settle();
        assertEquals(List.of(), columns(view).stream().filter("remotes"::equals).toList());
        runOnFx(() -> {
            try {
                desk.remote(Vendor.HOOKLISTENER);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        settle();
        assertTrue(columns(view).contains("remotes"), columns(view)::toString);
    }

    private void show(SecretsView view, double width, double height) {
        Scene scene = new Scene(view.root(), width, height);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private static List<String> columns(SecretsView view) {
        return onFx(() -> ((TableView<?>) view.root().lookup(".secret-table"))
                .getVisibleLeafColumns().stream().map(column -> column.getId()).toList());
    }

    private Entry fill() throws Exception {
        Remote hooks = desk.remote(Vendor.HOOKLISTENER);
        Remote mixpeek = desk.remote(Vendor.MIXPEEK);
        Remote team = desk.remote(Vendor.KV_V2);
        Entry stripe = desk.ground.pushed(hooks, "STRIPE_API_KEY", "sk_live_1");
        desk.ground.own(mixpeek, stripe, "sk_live_1");
        desk.ground.own(team, stripe, "sk_live_1");
        Entry github = desk.ground.pushed(hooks, "GITHUB_TOKEN", "ghp_1");
        desk.ground.own(team, github, "ghp_1");
        Entry slack = desk.ground.pushed(hooks, "SLACK_WEBHOOK", "https://hooks");
        desk.ground.own(mixpeek, slack, "https://hooks");
        desk.ground.add("SENTRY_DSN", "https://sentry");
        desk.ground.pass(LATER);
        desk.ground.change(Vendor.HOOKLISTENER, "STRIPE_API_KEY", "theirs");
        desk.ground.delete(Vendor.HOOKLISTENER, "SLACK_WEBHOOK");
        desk.ground.pass(LATER);
        for (Remote remote : List.of(hooks, mixpeek, team)) {
            desk.ground.check(remote);
        }
        desk.ground.edit(github.id(), "ghp_2");
        desk.ground.pass(Duration.ofHours(5));
        return stripe;
    }
}
