package dev.lockstep.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Focus;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.SecretDiff;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.History.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class HistoryScreenTest extends ToolkitTest {
    private static final String OLD = """
            {
              "client_email": "billing@acme.example",
              "private_key_id": "3f9a1c77d2",
              "auth_uri": "https://accounts.example/auth",
              "token_uri": "https://accounts.example/token"
            }""";
    private static final String NEW = """
            {
              "client_email": "billing@acme.example",
              "private_key_id": "3f9a1b02e8",
              "auth_uri": "https://accounts.example/auth",
              "token_uri": "https://accounts.example/v2/token",
              "universe_domain": "example"
            }""";

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private HistoryDesk desk;
    private Stage stage;

    @AfterEach
    void close() {
        runOnFx(() -> {
            if (stage != null) {
                stage.close();
            }
            desk.close();
        });
    }

    private HistoryViewModel show(String... values) throws Exception {
        desk = new HistoryDesk(folder, "KEY", values);
        HistoryViewModel model = onFx(desk::model);
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            StackPane host = new StackPane();
            Scene scene = new Scene(host, 900, 600);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            window.requestFocus();
            Sheet.over(host, new HistoryView(model).root());
            return window;
        });
        settle();
        return model;
    }

    @Test
    void aFormerValueIsFoundShownAndRestoredWithoutTheMouse() throws Exception {
        HistoryViewModel model = show("first", "second", "third");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals(
                model.versions().getLast(),
                onFx(() -> model.chosenProperty().get().orElseThrow()));
        assertInstanceOf(
                Sight.Shown.class, onFx(() -> model.sights().sightProperty().get()));

        robot.push(KeyCode.ENTER);
        settle();
        assertEquals("first", desk.present());
        assertInstanceOf(
                Sight.Hidden.class, onFx(() -> model.sights().sightProperty().get()));
        assertTrue(onFx(() -> model.chosenProperty().get().orElseThrow().present()));
    }

    @Test
    void whatDiffersIsToldBeforeItIsShown() throws Exception {
        HistoryViewModel model = show("a value", "another value");
        assertEquals(
                "Another value: 13 and 7 bytes, 1 mo apart",
                robot.lookup("#history-result").queryAs(Label.class).getText());
        robot.clickOn("#history-diff");
        settle();
        assertInstanceOf(
                Sight.Apart.class, onFx(() -> model.sights().sightProperty().get()));
        assertEquals(
                "Hide (20 s)",
                robot.lookup("#history-diff").queryAs(Button.class).getText());
    }

    @Test
    void whatDiffersIsHiddenForGoodOnceTheWindowLosesTheFocus() throws Exception {
        HistoryViewModel model = show("a value", "another value");
        Focus.come(stage);
        robot.clickOn("#history-diff");
        settle();
        SecretDiff diff = robot.lookup(".secret-diff").queryAs(SecretDiff.class);
        assertTrue(onFx(diff::isVisible));
        String shown = onFx(diff::getAccessibleText);

        Focus.leave(stage);
        assertHidden(model, diff, shown);
        Focus.come(stage);
        assertHidden(model, diff, shown);
    }

    @Test
    void whatDiffersIsHiddenWhenItsScreenLeavesTheWindow() throws Exception {
        HistoryViewModel model = show("a value", "another value");
        Focus.come(stage);
        robot.clickOn("#history-diff");
        settle();
        SecretDiff diff = robot.lookup(".secret-diff").queryAs(SecretDiff.class);
        String shown = onFx(diff::getAccessibleText);

        runOnFx(() -> stage.getScene().setRoot(new StackPane()));
        assertHidden(model, diff, shown);
    }

    private static void assertHidden(HistoryViewModel model, SecretDiff diff, String shown) {
        assertInstanceOf(
                Sight.Hidden.class, onFx(() -> model.sights().sightProperty().get()));
        assertNotEquals(shown, onFx(diff::getAccessibleText));
    }

    @Test
    void thePresentValueCannotBeRestoredAndTheScreenSaysWhy() throws Exception {
        show("first", "second");
        Button restore = robot.lookup("#history-restore").queryButton();
        assertTrue(onFx(restore::isDisabled));
        assertEquals("This is the present value", onFx(restore::getAccessibleHelp));
        robot.push(KeyCode.DOWN);
        settle();
        assertFalse(onFx(restore::isDisabled));
        ListView<Version> list = robot.lookup("#history-versions").queryListView();
        assertEquals(1, onFx(() -> list.getSelectionModel().getSelectedIndex()));
    }

    @Test
    void theHistoryIsDrawn() throws Exception {
        desk = new HistoryDesk(folder, "GOOGLE_SERVICE_ACCOUNT", "{}", OLD, OLD, NEW);
        List<Version> versions = desk.vault.history().versions(desk.id);
        Screens.write("history", sheet(model -> {}), 1000, 720);
        Screens.write("history-differences", sheet(HistoryViewModel::toggleDifference), 1000, 720);
        Screens.write("history-small", sheet(HistoryViewModel::toggleDifference), 900, 600);
        Screens.write(
                "history-shown",
                sheet(model -> {
                    model.choose(versions.getLast());
                    model.toggle();
                }),
                900,
                600);
        Screens.write(
                "history-same",
                sheet(model -> {
                    model.choose(versions.get(2));
                    model.compareWith(java.util.Optional.of(versions.get(1)));
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/history-small-dark.png")) > 0);
    }

    @Test
    void aSecretWithOneValueAndADamagedHistoryAreDrawn() throws Exception {
        desk = new HistoryDesk(Files.createDirectory(folder.resolve("one")), "STRIPE_API_KEY", "one value");
        Screens.write("history-one", sheet(model -> {}), 900, 600);
        runOnFx(desk::close);
        desk = new HistoryDesk(folder, "STRIPE_API_KEY", "one value", "two values", "three");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + desk.file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM hist WHERE ver = (SELECT min(ver) FROM hist)");
        }
        Screens.write("history-damaged", sheet(model -> {}), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/history-damaged-dark.png")) > 0);
    }

    private Supplier<Parent> sheet(Consumer<HistoryViewModel> then) {
        return () -> {
            StackPane host = new StackPane();
            HistoryViewModel model = desk.model();
            Sheet.over(host, new HistoryView(model).root());
            then.accept(model);
            return host;
        };
    }
}
