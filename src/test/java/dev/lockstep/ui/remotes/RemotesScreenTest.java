package dev.lockstep.ui.remotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.remote.RemoteVault.Rights;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.Check;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.TestCertificates;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Ago;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotesScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private RemotesDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new RemotesDesk(folder);
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void theFirstRemoteIsChosenAndFilledIn() throws Exception {
        Screens.write("remotes-empty", sheet((model, root) -> {}), 900, 600);
        Screens.write("remotes-pick", sheet((model, root) -> model.add()), 1000, 720);
        Screens.write(
                "remotes-pick-kv",
                sheet((model, root) -> {
                    model.add();
                    BorderPane page =
                            (BorderPane) root.getChildrenUnmodifiable().getFirst();
                    Node body = ((ScrollPane) page.getCenter()).getContent();
                    ((ListView<?>) body.lookup("#vendors")).getSelectionModel().select(5);
                }),
                900,
                600);
        Screens.write("remotes-form", sheet((model, root) -> model.fill(Vendor.HOOKPULSE)), 1000, 760);
        Screens.write("remotes-form-small", sheet((model, root) -> model.fill(Vendor.KV_V2)), 900, 600);
        Screens.write(
                "remotes-form-problems",
                sheet((model, root) -> {
                    model.fill(Vendor.KV_V2);
                    form(model).setting("address").set("http://vault.acme.example");
                    form(model).setting("auth").set("approle");
                    form(model).prefixProperty().set("acme ");
                    work(model).save();
                }),
                1000,
                760);
        Screens.write("remotes-form-json", sheet((model, root) -> model.fill(Vendor.VOXIMPLANT)), 1000, 760);
        Screens.write(
                "remotes-form-practice",
                sheet((model, root) -> {
                    model.practise(Vendor.HOOKLISTENER);
                    work(model).test();
                }),
                1000,
                760);
        assertTrue(Files.size(Path.of("target/screens/remotes-form-practice-dark.png")) > 0);
    }

    @Test
    void aFileOfAuthoritiesIsToldOfAtOnce() throws Exception {
        Path authority = TestCertificates.write(folder.resolve("acme-root.pem"), TestCertificates.AUTHORITY);
        Path old = TestCertificates.write(folder.resolve("old-root.pem"), TestCertificates.ENDED);
        Path key = TestCertificates.write(folder.resolve("vault-key.pem"), TestCertificates.KEY);
        Screens.write("remotes-authority", choosing(authority), 1000, 760);
        Screens.write("remotes-authority-ended", choosing(old), 900, 600);
        Screens.write("remotes-authority-key", choosing(key), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/remotes-authority-key-dark.png")) > 0);
    }

    @Test
    void itIsSaidWhichWayValuesGoAndWhetherAnythingIsDeletedThere() throws Exception {
        Screens.write(
                "remotes-use",
                sheet((model, root) -> {
                    model.fill(Vendor.KV_V2);
                    form(model).use().directionProperty().set(Direction.TWO_WAY);
                    form(model).use().deletionsProperty().set(true);
                    toEnd(root);
                }),
                1000,
                760);
        Screens.write(
                "remotes-use-pull",
                sheet((model, root) -> {
                    model.fill(Vendor.HOOKLISTENER);
                    form(model).use().directionProperty().set(Direction.PULL);
                    toEnd(root);
                }),
                900,
                600);
        Screens.write(
                "remotes-use-push",
                sheet((model, root) -> {
                    model.fill(Vendor.DREADNODE);
                    toEnd(root);
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/remotes-use-push-dark.png")) > 0);
    }

    private Supplier<Parent> choosing(Path file) {
        return sheet((model, root) -> {
            model.fill(Vendor.MIXPEEK);
            work(model).authorities().choose(file);
            toEnd(root);
        });
    }

    private static void toEnd(Parent root) {
        BorderPane page = (BorderPane) root.getChildrenUnmodifiable().getFirst();
        ScrollPane scroll = (ScrollPane) page.getCenter();
        Platform.runLater(() -> Platform.runLater(() -> scroll.setVvalue(1)));
    }

    @Test
    void aPracticeVaultOfAnEarlierRunOffersToStartAgain() throws Exception {
        runOnFx(() -> {
            RemotesViewModel model = desk.model();
            model.practise(Vendor.HOOKLISTENER);
            form(model).credentials().forEach(credential -> RemotesDesk.type(credential, ""));
            work(model).save();
        });
        Screens.write("remotes-practice-ended", sheet(desk::later, (model, root) -> {}), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/remotes-practice-ended-dark.png")) > 0);
    }

    @Test
    void everyStateIsToldWholeInASmallWindow() throws Exception {
        Remote remote = desk.add("A name as long as names may be ".repeat(3).strip(), Vendor.KV_V2, Map.of());
        javafx.stage.Stage window = onFx(javafx.stage.Stage::new);
        RemotesViewModel model = onFx(desk::model);
        Parent root = onFx(() -> new RemotesView(model).root());
        runOnFx(() -> {
            StackPane host = new StackPane();
            window.setScene(new Scene(host, 900, 600));
            Theme.LIGHT.apply();
            Theme.dress(window.getScene());
            Sheet.over(host, root);
            window.show();
        });
        try {
            settle();
            for (RowState state : states(desk.clock.instant().minus(Duration.ofMinutes(59)))) {
                List<String> cut = onFx(() -> {
                    model.rows().setAll(new RemoteRow(remote, Connections.contract(remote), "Acme", state));
                    window.getScene().getRoot().applyCss();
                    window.getScene().getRoot().layout();
                    return cut(root);
                });
                assertEquals(List.of(remote.name()), cut, state.toString());
            }
        } finally {
            runOnFx(window::close);
        }
    }

    private static List<RowState> states(Instant when) {
        List<RowState> states = new ArrayList<>(List.of(
                new RowState.Paused(),
                new RowState.Ended(),
                new RowState.Checking(),
                new RowState.Unchecked(),
                RowState.Checked.of(new Check.Welcome(
                        when, new Greeting(Optional.of("somebody"), Optional.of("somewhere"), Rights.READS_ONLY)))));
        String told = "A text of the vendor ".repeat(14);
        List<Trouble> troubles = new ArrayList<>(List.of(
                new Trouble.AlreadyExists(Optional.empty()),
                new Trouble.NotFound(false),
                new Trouble.ChangedMeanwhile(),
                new Trouble.Refused(told),
                new Trouble.Unauthorized(told),
                new Trouble.Forbidden(told),
                new Trouble.UpgradeNeeded(told),
                new Trouble.RateLimited(Optional.of(when)),
                new Trouble.OutcomeUnknown(),
                new Trouble.Cancelled()));
        Stream.of(Trouble.Cause.values()).map(Trouble.Unavailable::new).forEach(troubles::add);
        Stream.of(Trouble.Breach.values()).map(Trouble.ProtocolError::new).forEach(troubles::add);
        troubles.forEach(trouble -> states.add(RowState.Checked.of(new Check.Troubled(when, trouble))));
        return states;
    }

    @Test
    void inTurkishNamesAreFoundAndDatesAreThoseOfThePlace(@TempDir Path other) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try (RemotesDesk far = new RemotesDesk(other, ZoneId.of("Asia/Kathmandu"))) {
            Remote remote = far.add("İstanbul ışık", Vendor.DREADNODE, Map.of());
            Screens.write(
                    "remotes-turkish",
                    sheet(far::model, (model, root) -> {
                        model.browse(far.row(model, remote));
                        browser(model).textProperty().set("signing");
                        assertEquals(1, browser(model).shown().size());
                        Found found = browser(model).shown().getFirst();
                        assertEquals("EXAMPLE_SIGNING_SECRET", found.name());
                        Instant created = found.secret().traces().created().orElseThrow();
                        assertEquals(
                                "2 May 2026, 17:45",
                                Ago.exact(created, model.clock().getZone()));
                    }),
                    900,
                    600);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Browser browser(RemotesViewModel model) {
        return ((Stage.Browsing) model.stageProperty().get()).browser();
    }

    /** The texts that are not shown whole and have no tooltip that tells them, and the name, which has one. */
    private static List<String> cut(Parent root) {
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled -> labeled.isTextTruncated() && labeled.isVisible() && labeled.getText() != null)
                .map(labeled -> labeled.getTooltip() == null ? "lost: " + labeled.getText() : labeled.getText())
                .toList();
    }

    private static RemoteForm form(RemotesViewModel model) {
        return ((Stage.Filling) model.stageProperty().get()).form();
    }

    private static FormWork work(RemotesViewModel model) {
        return ((Stage.Filling) model.stageProperty().get()).work();
    }

    @Test
    void remotesAreListedTriedAndBrowsed() throws Exception {
        var hook = desk.add("Acme webhooks", Vendor.HOOKLISTENER, Map.of());
        var paused = desk.add("Old server", Vendor.KV_V2, Map.of());
        desk.vault.remotes().pause(paused.id());
        var dread = desk.add("Sandboxes", Vendor.DREADNODE, Map.of());
        desk.add("Search", Vendor.MIXPEEK, Map.of());
        var gone = desk.add("Elsewhere", Vendor.HOOKPULSE, Map.of("address", "http://127.0.0.1:1"));
        Screens.write(
                "remotes-list",
                sheet((model, root) -> {
                    model.check(desk.row(model, hook));
                    model.check(desk.row(model, gone));
                }),
                1000,
                720);
        Screens.write(
                "remotes-list-small",
                sheet((model, root) -> {
                    model.chosenProperty().set(Optional.of(desk.row(model, hook)));
                    model.rows().setAll(List.copyOf(model.rows()));
                }),
                900,
                600);
        Screens.write(
                "remotes-list-refused",
                sheet((model, root) -> {
                    model.chosenProperty().set(Optional.of(desk.row(model, gone)));
                    model.rows().setAll(List.copyOf(model.rows()));
                }),
                900,
                600);
        Screens.write(
                "remotes-edit",
                sheet((model, root) -> {
                    model.edit(desk.row(model, hook));
                    form(model).nameProperty().set("Acme hooks");
                    model.leave();
                }),
                1000,
                760);
        Screens.write("remotes-remove", sheet((model, root) -> model.askRemove(desk.row(model, hook))), 900, 600);
        Screens.write(
                "remotes-browse",
                sheet((model, root) -> {
                    model.browse(desk.row(model, hook));
                    var peeking = ((Stage.Browsing) model.stageProperty().get())
                            .browser()
                            .peeking();
                    peeking.choose(
                            Optional.of(((Stage.Browsing) model.stageProperty().get())
                                    .browser()
                                    .shown()
                                    .getFirst()));
                    peeking.read();
                    peeking.toggle();
                }),
                1000,
                720);
        Screens.write("remotes-browse-masks", sheet((model, root) -> model.browse(desk.row(model, dread))), 900, 600);
        Screens.write("remotes-browse-failed", sheet((model, root) -> model.browse(desk.row(model, gone))), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/remotes-browse-failed-dark.png")) > 0);
    }

    private Supplier<Parent> sheet(BiConsumer<RemotesViewModel, Parent> then) {
        return sheet(desk::model, then);
    }

    private static Supplier<Parent> sheet(
            Supplier<RemotesViewModel> making, BiConsumer<RemotesViewModel, Parent> then) {
        return () -> {
            StackPane host = new StackPane();
            RemotesViewModel model = making.get();
            Parent root = new RemotesView(model).root();
            Sheet.over(host, root);
            then.accept(model, root);
            return host;
        };
    }
}
