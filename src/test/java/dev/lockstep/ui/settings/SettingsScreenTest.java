package dev.lockstep.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.settings.Protection;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SettingsScreenTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private Settings now = Settings.DEFAULT;

    private SettingsViewModel model() {
        return new SettingsViewModel(
                now, change -> now = change.apply(now), Path.of("/home/ada/.config/lockstep/settings.json"), () -> {});
    }

    @Test
    void aChoiceOnTheScreenHoldsAndResetTakesItBack() {
        Stage stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            Scene scene = new Scene(new SettingsView(model()).root(), 680, 720);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            return window;
        });
        settle();
        ComboBox<Integer> clear = robot.lookup("#clipboard-clear").queryComboBox();

        runOnFx(() -> clear.setValue(Protection.NEVER));
        assertEquals(Protection.NEVER, now.protection().clipboardSeconds());
        robot.clickOn("#reset");
        settle();

        assertEquals(Settings.DEFAULT, now);
        assertEquals(20, clear.getValue());
        runOnFx(stage::close);
    }

    @Test
    void theSettingsAreDrawn() throws Exception {
        Screens.write("settings", sheet(model -> {}), 1000, 900);
        Screens.write(
                "settings-never",
                sheet(model -> {
                    model.protection().idleLockMinutesProperty().set(Protection.NEVER);
                    model.protection().clipboardSecondsProperty().set(Protection.NEVER);
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/settings-never-dark.png")) > 0);
    }

    private Supplier<Parent> sheet(java.util.function.Consumer<SettingsViewModel> then) {
        return () -> {
            StackPane host = new StackPane();
            SettingsViewModel model = model();
            Sheet.over(host, new SettingsView(model).root());
            then.accept(model);
            return host;
        };
    }
}
