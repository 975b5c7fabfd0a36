package dev.lockstep.ui.backups;

import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of everything that the backups show. */
class BackupsScreenTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Shelf shelf;
    private OpenVault vault;

    @BeforeEach
    void open() throws Exception {
        shelf = new Shelf(folder);
        vault = shelf.withBackups();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private BackupsViewModel model() {
        return new BackupsViewModel(
                vault, new ManualTime().background(), new BackupsViewModel.Exits(() -> {}, () -> {}));
    }

    private static BackupRow row(BackupsViewModel model, int index) {
        return ((Stage.Listing) model.stageProperty().get()).rows().get(index);
    }

    private void picture(String name, double width, double height, Consumer<BackupsViewModel> before) {
        Screens.write(
                name,
                () -> {
                    BackupsViewModel model = model();
                    before.accept(model);
                    StackPane host = new StackPane();
                    Sheet.over(host, new BackupsView(model, ZoneOffset.UTC).root());
                    return host;
                },
                width,
                height);
    }

    @Test
    void theListIsDrawn() throws Exception {
        shelf.pass(Duration.ofHours(1));
        vault.backups().restore(vault.backups().list().getFirst(), dev.lockstep.vault.Progress.UNTOLD);
        Files.writeString(folder.resolve("Acme backups").resolve("Acme 2026-04-02 10-00-00Z.lockstep"), "no vault");
        Consumer<BackupsViewModel> check = model -> model.verify(row(model, 1).backup());
        picture("backups-list", 1000, 720, check);
        picture("backups-list-small", 900, 600, check);
    }

    @Test
    void anEmptyListAndAFailureAreDrawn() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        OpenVault before = vault;
        vault = new Shelf(empty).create();
        before.close();
        picture("backups-empty", 1000, 720, model -> {});
        Files.writeString(empty.resolve("Acme backups"), "a file in the way");
        picture("backups-failed", 900, 600, BackupsViewModel::backUp);
    }

    @Test
    void whatARestoreWouldChangeIsDrawn() {
        picture(
                "backups-compare",
                1000,
                720,
                model -> model.compare(row(model, 4).backup()));
        picture(
                "backups-compare-small",
                900,
                600,
                model -> model.compare(row(model, 4).backup()));
    }

    @Test
    void workIsDrawn() {
        Screens.write(
                "backups-working",
                () -> {
                    WorkingPane pane = new WorkingPane(Task.CHECK, () -> {});
                    pane.show(40_000, 100_000);
                    StackPane host = new StackPane();
                    StackPane page = new StackPane(pane.root());
                    page.setPrefSize(BackupsView.WIDTH, BackupsView.HEIGHT);
                    Sheet.over(host, page);
                    return host;
                },
                1000,
                720);
    }

    @Test
    void whatACheckFoundIsDrawn() throws Exception {
        picture("backups-sound", 1000, 720, BackupsViewModel::check);
        shelf.damage(
                "DELETE FROM val WHERE id = (SELECT min(id) FROM val)",
                "UPDATE val SET v = zeroblob(80) WHERE id = (SELECT max(id) FROM val)",
                "DELETE FROM hist",
                "DELETE FROM audit WHERE seq BETWEEN 4 AND 7");
        picture("backups-damaged", 900, 600, BackupsViewModel::check);
        picture("backups-repaired", 1000, 720, BackupsViewModel::repair);
        picture(
                "backups-restored",
                1000,
                720,
                model -> model.restore(row(model, 3).backup()));
    }

    private void rescue(String name, double width, double height, Optional<Path> keyFile) {
        Supplier<Parent> root = () -> new RescueView(
                        new RescueViewModel(
                                shelf.vaults,
                                new ManualTime().background(),
                                shelf.file,
                                keyFile,
                                new RescueViewModel.Exits(OpenVault::close, () -> {})),
                        ZoneOffset.UTC)
                .root();
        Screens.write(name, root, width, height);
    }

    @Test
    void theRescueIsDrawn() throws Exception {
        vault.close();
        Optional<Path> keyFile = Optional.of(shelf.addKeyFile());
        Files.write(shelf.file, new byte[5000]);
        rescue("backups-rescue", 1000, 720, Optional.empty());
        rescue("backups-rescue-small", 900, 600, Optional.empty());
        rescue("backups-rescue-key-file", 900, 600, keyFile);
    }
}
