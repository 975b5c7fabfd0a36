package dev.lockstep.ui.remotes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.TestCertificates;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
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

    private Supplier<Parent> choosing(Path file) {
        return sheet((model, root) -> {
            model.fill(Vendor.MIXPEEK);
            work(model).authorities().choose(file);
            BorderPane page = (BorderPane) root.getChildrenUnmodifiable().getFirst();
            ScrollPane scroll = (ScrollPane) page.getCenter();
            Platform.runLater(() -> Platform.runLater(() -> scroll.setVvalue(1)));
        });
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
        return () -> {
            StackPane host = new StackPane();
            RemotesViewModel model = desk.model();
            Parent root = new RemotesView(model).root();
            Sheet.over(host, root);
            then.accept(model, root);
            return host;
        };
    }
}
