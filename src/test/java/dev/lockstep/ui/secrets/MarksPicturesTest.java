package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
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
                List.of("Why?", "Show in plan", "Check now"),
                links.stream().limit(3).map(Labeled::getText).toList());
        runOnFx(links.get(1)::fire);
        assertEquals(chosen.id(), desk.planned.getFirst().secret().orElseThrow());
        runOnFx(() -> {
            links.get(2).requestFocus();
            links.get(2).fire();
        });
        settle();
        runOnFx(() -> desk.time.pass(Duration.ofSeconds(1)));
        settle();
        Node keyboard = onFx(() -> view.root().getScene().getFocusOwner());
        assertEquals("Check now", ((Labeled) keyboard).getText(), "the keyboard stays where it was");
        assertTrue(desk.toasts.getLast().text().contains(": checked, "), desk.toasts::toString);
    }

    @Test
    void whatAStateIsConcludedFromIsToldWhenAskedForAsLongAsTheSecretIsShown() throws Exception {
        Entry chosen = fill();
        Entry other = desk.ground.add("OTHER", "value");
        SecretsViewModel model = onFx(desk::model);
        SecretsView view = onFx(() -> {
            SecretsView made = new SecretsView(model);
            show(made, 900, 600);
            model.parts().list().choose(List.of(chosen.id()));
            desk.time.pass(Duration.ofSeconds(1));
            return made;
        });
        settle();
        String evidence = "The vendor tells a later time of change than that of our write.";
        assertFalse(told(view).contains(evidence), told(view));
        assertTrue(told(view).contains("Changed elsewhere\nLast sent or read 5 h ago"), told(view));
        runOnFx(() -> {
            why(view).requestFocus();
            why(view).fire();
        });
        assertTrue(told(view).contains(evidence), told(view));
        assertEquals("Hide", onFx(() -> ((Labeled) view.root().getScene().getFocusOwner()).getText()));

        runOnFx(() -> {
            try {
                desk.ground.add("LATER", "value");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            desk.time.pass(Duration.ofSeconds(1));
        });
        settle();
        assertTrue(told(view).contains(evidence), "it stays when everything is drawn anew");
        Screens.write("main-remotes-why-900", () -> picture(chosen, true), 900, 600);
        choose(model, other);
        assertFalse(told(view).contains("Hide"), "of another secret it was not asked for");
        choose(model, chosen);
        assertFalse(told(view).contains(evidence), told(view));
    }

    private Parent picture(Entry chosen, boolean asked) {
        SecretsViewModel model = desk.model();
        SecretsView view = new SecretsView(model);
        model.parts().list().choose(List.of(chosen.id()));
        Platform.runLater(() -> {
            desk.time.pass(Duration.ofSeconds(1));
            if (asked) {
                why(view).fire();
            }
        });
        return view.root();
    }

    private void choose(SecretsViewModel model, Entry entry) {
        runOnFx(() -> {
            model.parts().list().choose(List.of(entry.id()));
            desk.time.pass(Duration.ofSeconds(1));
        });
        settle();
    }

    private static Hyperlink why(SecretsView view) {
        return view.root().lookupAll("#details-remotes .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Why?"))
                .findFirst()
                .orElseThrow();
    }

    /** What is told of remotes, line by line. */
    private static String told(SecretsView view) {
        return onFx(() -> String.join(
                "\n",
                view.root().lookupAll("#details-remotes .label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList()));
    }

    @Test
    void longNamesOfRemotesAreCutInTheMiddle() throws Exception {
        Entry chosen = fill();
        for (Remote remote : desk.ground.vault().remotes().all()) {
            RemoteDetails is = remote.details();
            String name = "Acme payments, production, Frankfurt " + remote.vendor();
            RemoteDetails longer = new RemoteDetails(name, is.place(), is.mapping(), is.prefix(), is.settings());
            desk.ground.vault().remotes().change(remote, longer, Map.of(), remote.credentials());
        }
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            String picture = "main-remotes-long-" + (int) size[0];
            Screens.write(picture, () -> picture(chosen, false), size[0], size[1]);
            assertTrue(Files.exists(Path.of("target", "screens", picture + "-dark.png")));
        }
    }

    @Test
    void aNameThatIsCutIsWholeInItsTip() throws Exception {
        Remote remote = desk.remote(Vendor.HOOKLISTENER);
        RemoteDetails is = remote.details();
        String name = "Acme payments, production, Frankfurt, 01";
        RemoteDetails longer = new RemoteDetails(name, is.place(), is.mapping(), is.prefix(), is.settings());
        desk.ground.vault().remotes().change(remote, longer, Map.of(), remote.credentials());
        Entry chosen = desk.ground.add("ALPHA", "value");
        SecretsViewModel model = onFx(desk::model);
        SecretsView view = onFx(() -> {
            SecretsView made = new SecretsView(model);
            show(made, 900, 600);
            return made;
        });
        choose(model, chosen);
        Labeled shown = onFx(() -> (Labeled) view.root().lookup("#details-remotes .remote-name"));
        settle();
        assertTrue(onFx(shown::isTextTruncated), "40 characters have no room here");
        assertEquals(name, onFx(() -> shown.getTooltip().getText()));
        assertEquals(name, onFx(shown::getAccessibleText));
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
