package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.app.OutsideForTests;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The screen with real background work, over more secrets than fit on it. */
class ManySecretsTest extends ToolkitTest {
    private static final int COUNT = 3_000;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();

    @TempDir
    Path folder;

    private OpenVault vault;
    private SecretsViewModel model;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        vault = TestVaults.create(folder.resolve("Many.lockstep"));
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            items.add(new Importing.Item(String.format("KEY_%05d", i), TestVaults.value("v" + i), ""));
        }
        vault.importing()
                .write(
                        TestVaults.collection(vault),
                        items,
                        Collections.nCopies(COUNT, Importing.Choice.ADD),
                        done -> {});
        items.stream().map(Importing.Item::value).forEach(SecretValue::close);
        stage = onFx(this::open);
        await(() -> table().getItems().size() == COUNT);
    }

    private Stage open() {
        Theme.LIGHT.apply();
        Background background = new Background(worker, Platform::runLater, (delay, action) -> () -> {});
        SecretClipboard clipboard =
                new SecretClipboard(background, () -> Duration.ofSeconds(20), Clock.systemUTC(), new SecureRandom());
        model = new SecretsViewModel(
                new SecretsViewModel.Work(
                        vault,
                        OutsideForTests.make().sync(vault, Clock.systemUTC(), background.worker()),
                        background,
                        clipboard),
                new SecretsViewModel.Habits(
                        Clock.systemUTC(), new SimpleObjectProperty<>(Settings.DEFAULT), panes -> {}, new Discretion()),
                new SecretsViewModel.Exits(
                        entry -> {}, entry -> {}, () -> {}, file -> {}, () -> {}, () -> {}, row -> {}, toast -> {}));
        SecretsView view = new SecretsView(model);
        Scene scene = new Scene(view.root(), 980, 700);
        Theme.dress(scene);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.setX(0);
        shown.setY(0);
        shown.show();
        shown.requestFocus();
        return shown;
    }

    @AfterEach
    void close() {
        runOnFx(() -> {
            stage.close();
            model.close();
        });
        vault.close();
        worker.shutdown();
    }

    @Test
    void fastTypingEndsWithTheRowsOfTheLastLetter() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("key_0123", 0);

        await(() -> table().getItems().size() == 10);

        robot.push(KeyCode.DOWN);
        settle();
        assertEquals("KEY_01230", selectedName());
    }

    @Test
    void theSelectionSurvivesTheFilterAndComesIntoViewAgain() throws Exception {
        runOnFx(() -> {
            table().requestFocus();
            table().getSelectionModel().select(2_500);
            model.parts().list().textProperty().set("250");
        });
        await(() -> table().getItems().size() < COUNT);
        assertEquals("KEY_02500", selectedName());

        runOnFx(() -> model.parts().list().textProperty().set(""));
        await(() -> table().getItems().size() == COUNT);
        settle();
        assertEquals("KEY_02500", selectedName());
        assertTrue(robot.lookup("KEY_02500").tryQuery().isPresent(), "the selected row is not on the screen");
    }

    @Test
    void allOfThemGoToTheTrashAndComeBack() throws Exception {
        runOnFx(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
            model.run(Action.TRASH);
        });
        await(() -> table().getItems().isEmpty());

        runOnFx(() -> model.run(Action.UNDO));

        await(() -> table().getItems().size() == COUNT);
    }

    private String selectedName() {
        return onFx(() -> table().getSelectionModel()
                .getSelectedItem()
                .entry()
                .orElseThrow()
                .name());
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return (TableView<Row>) stage.getScene().lookup(".secret-table");
    }
}
