package dev.lockstep.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class WelcomeScreenTest extends ToolkitTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Background background = new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {});
    private final FxRobot robot = new FxRobot();
    private final List<String> left = new ArrayList<>();
    private final List<Path> recents = new ArrayList<>();

    @TempDir
    Path folder;

    private Stage stage;

    @AfterEach
    void closeStage() {
        if (stage != null) {
            runOnFx(stage::close);
        }
    }

    @Test
    void theKeyboardCreatesAndOpens() {
        show();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        settle();

        assertEquals(List.of("create", "open /chosen.lockstep"), left);
    }

    @Test
    void onAnEmptyComputerEnterCreatesAVault() {
        show();

        robot.type(KeyCode.ENTER);

        assertEquals(List.of("create"), left);
    }

    @Test
    void enterOpensTheSelectedVaultAndArrowsSelect() throws IOException {
        vault("Acme", Duration.ofHours(2));
        Path second = vault("Staging", Duration.ofDays(3));
        show();

        robot.type(KeyCode.DOWN, KeyCode.ENTER);

        assertEquals(List.of("open " + second), left);
    }

    @Test
    void aDoubleClickOpensAVault() throws IOException {
        Path file = vault("Acme", Duration.ofHours(2));
        show();

        robot.doubleClickOn("Acme");

        assertEquals(List.of("open " + file), left);
    }

    @Test
    void deleteTakesAVaultOffTheList() throws IOException {
        Path file = vault("Acme", Duration.ofHours(2));
        show();

        robot.type(KeyCode.DELETE);
        settle();

        assertEquals(List.of("remove " + file), left);
        assertTrue(robot.lookup("Acme").tryQuery().isEmpty());
    }

    @Test
    void importingLeavesTheScreen() {
        show();

        robot.clickOn("Import");

        assertEquals(List.of("import"), left);
    }

    @Test
    void theScreenIsDrawnWithAndWithoutVaults() throws IOException {
        Screens.write("welcome-empty", this::root, 1000, 700);
        vault("Acme production", Duration.ofMinutes(4));
        vault("Acme staging", Duration.ofDays(2));
        recents.add(Path.of("/media/ada/KEYS/clients/Northwind trading with a long name/Northwind.lockstep"));
        Screens.write("welcome-recent", this::root, 1000, 700);
        assertTrue(Files.size(Path.of("target/screens/welcome-recent-dark.png")) > 0);
    }

    private Parent root() {
        var exits = new WelcomeViewModel.Exits(
                () -> left.add("create"),
                file -> left.add("open " + file),
                () -> left.add("import"),
                () -> left.add("demo"),
                file -> left.add("remove " + file));
        var model =
                new WelcomeViewModel(background, Clock.fixed(NOW, ZoneOffset.UTC), recents, new Discretion(), exits);
        return new WelcomeView(model, owner -> Optional.of(Path.of("/chosen.lockstep"))).root();
    }

    private void show() {
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage shown = new Stage();
            Scene scene = new Scene(root(), 900, 600);
            Theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
    }

    private Path vault(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".lockstep"), "");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        recents.add(file);
        return file;
    }
}
