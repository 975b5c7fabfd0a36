package dev.lockstep.ui.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generate.Recipe;
import dev.lockstep.ui.kit.Focus;
import dev.lockstep.ui.kit.ManualTime;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.SecretLabel;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class GeneratorScreenTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private final ManualTime time = new ManualTime();
    private final SecretClipboard clipboard =
            new SecretClipboard(time.background(), () -> Duration.ofSeconds(20), time, new SecureRandom());
    private final List<String> used = new ArrayList<>();
    private final List<Toast> toasts = new ArrayList<>();
    private Stage stage;

    @AfterEach
    void close() {
        if (stage != null) {
            runOnFx(stage::close);
        }
    }

    private GeneratorViewModel model(Recipe.Purpose purpose) {
        return new GeneratorViewModel(
                new SecureRandom(),
                clipboard,
                purpose,
                new GeneratorViewModel.Exits(
                        Optional.of(value -> used.add(TestVaults.text(value.copy()))), toasts::add, () -> {}));
    }

    private GeneratorViewModel show() {
        GeneratorViewModel model = onFx(() -> model(Recipe.Purpose.API_SECRET));
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            Scene scene = new Scene(new GeneratorView(model).root(), 640, 480);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            window.requestFocus();
            return window;
        });
        settle();
        return model;
    }

    private static String text(GeneratorViewModel model) {
        return onFx(() -> TestVaults.text(model.valueProperty().get().copy()));
    }

    @Test
    void controlRMakesAnotherValueAndControlEnterUsesIt() {
        GeneratorViewModel model = show();
        String first = text(model);

        robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.CONTROL, KeyCode.R);
        settle();
        String second = text(model);
        assertFalse(second.equals(first));
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.CONTROL, KeyCode.ENTER);
        settle();

        assertEquals(List.of(second), used);
    }

    @Test
    void copyPutsTheValueOnTheClipboardAndItIsCleared() {
        GeneratorViewModel model = show();

        robot.clickOn("#copy");
        settle();

        assertEquals(text(model), onFx(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals(
                "Copied the generated value. Clears in 20 s", toasts.getFirst().text());
        runOnFx(() -> time.pass(Duration.ofSeconds(20)));
        assertFalse(onFx(() -> Clipboard.getSystemClipboard().hasString()));
    }

    @Test
    void theValueIsMaskedWhenTheWindowLosesTheFocusUntilItIsAskedForAgain() {
        GeneratorViewModel model = show();
        String made = text(model);

        Focus.leave(stage);

        SecretLabel drawn = robot.lookup(".secret-label").queryAs(SecretLabel.class);
        assertEquals("Hidden value", onFx(drawn::getAccessibleText));
        Focus.come(stage);
        assertEquals("Hidden value", onFx(drawn::getAccessibleText));
        robot.clickOn("#copy");
        settle();
        assertEquals(made, onFx(() -> Clipboard.getSystemClipboard().getString()));
        robot.clickOn("#show-value");
        settle();
        assertEquals("Value shown on the screen", onFx(drawn::getAccessibleText));
        assertEquals(made, text(model));
    }

    @Test
    void choosingAKindShowsItsEntropy() {
        show();

        robot.clickOn("#kind-UUID");
        settle();

        assertEquals(
                "Strong \u00B7 122 bits of entropy \u00B7 36 characters",
                robot.lookup("#entropy").queryAs(Label.class).getText());
    }

    @Test
    void theGeneratorIsDrawnForEachKind() throws Exception {
        Screens.write("generator", sheet(RecipeKind.URL_SAFE), 900, 600);
        Screens.write("generator-characters", sheet(RecipeKind.CHARACTERS), 900, 600);
        Screens.write("generator-passphrase", sheet(RecipeKind.PASSPHRASE), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/generator-passphrase-dark.png")) > 0);
    }

    private Supplier<Parent> sheet(RecipeKind kind) {
        return () -> {
            StackPane host = new StackPane();
            GeneratorViewModel model = model(Recipe.Purpose.API_SECRET);
            model.form().kindProperty().set(kind);
            Sheet.over(host, new GeneratorView(model).root());
            return host;
        };
    }
}
