package dev.lockstep.ui.create;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.settings.Settings;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Focus;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.Vaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class CreateScreenTest extends ToolkitTest {
    private static final String PASSWORD = "mutable harness crouton";

    private final SecureRandom random = new SecureRandom();
    private final Vaults vaults = new Vaults(Clock.systemUTC(), random, TestState.FOLDER);
    private final FxRobot robot = new FxRobot();
    private final List<OpenVault> created = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path folder;

    private Stage stage;

    @AfterEach
    void closeAll() {
        created.forEach(OpenVault::close);
        if (stage != null) {
            runOnFx(stage::close);
        }
    }

    @Test
    void theKeyboardAloneCreatesAVault() {
        show(Runnable::run);

        robot.write("Acme");
        robot.type(KeyCode.ENTER);
        robot.write(PASSWORD);
        robot.type(KeyCode.TAB);
        robot.write(PASSWORD);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ENTER);
        settle();

        assertEquals(List.of("created, import: false"), told);
        assertTrue(Files.exists(folder.resolve("Acme.lockstep")));
        assertEquals("Acme", created.getFirst().name());
    }

    @Test
    void escapeLeavesWithoutAQuestion() {
        show(new FirstOnly());

        robot.write("Acme");
        robot.type(KeyCode.ESCAPE);
        settle();

        assertEquals(List.of("cancelled"), told);
    }

    @Test
    void aSuggestedPasswordIsShownAndHasToBeTypedAgain() {
        show(new FirstOnly());
        robot.type(KeyCode.ENTER);

        robot.clickOn("Suggest six words");
        settle();

        Iterator<SecretField> fields =
                robot.lookup(".secret-field").queryAllAs(SecretField.class).iterator();
        SecretField first = fields.next();
        assertTrue(first.revealedProperty().get());
        long hyphens = first.buffer().chars().filter(unit -> unit == '-').count();
        assertTrue(hyphens >= 5, "six words, and some of the list have a hyphen of their own");
        assertTrue(fields.next().isFocused());
        assertTrue(robot.lookup("Next").query().isDisabled());
    }

    @Test
    void theRecoveryCodeIsMaskedWhenTheWindowLosesTheFocusUntilItIsAskedForAgain() {
        showRecoveryCode();
        assertEquals("Value shown on the screen", codeIsSpokenAs());

        Focus.leave(stage);
        Focus.come(stage);

        assertEquals("Hidden value", codeIsSpokenAs());
        robot.clickOn("#show-code");
        settle();
        assertEquals("Value shown on the screen", codeIsSpokenAs());
        assertFalse(robot.lookup("#show-code").query().isVisible());
    }

    private String codeIsSpokenAs() {
        return robot.lookup(".recovery-code .secret-label").query().getAccessibleText();
    }

    private void showRecoveryCode() {
        show(new FirstOnly());
        robot.type(KeyCode.ENTER);
        robot.write(PASSWORD);
        robot.type(KeyCode.TAB);
        robot.write(PASSWORD);
        robot.type(KeyCode.ENTER);
        settle();
    }

    @Test
    void printingWithoutAPrinterIsSaid() {
        showRecoveryCode();

        robot.clickOn("Print");
        settle();

        assertTrue(robot.lookup((Node node) ->
                        node instanceof Label label && label.getText().startsWith("No printer is ready"))
                .tryQuery()
                .isPresent());
    }

    @Test
    void backShowsWhatWasTyped() {
        show(new FirstOnly());
        robot.write("Acme");
        robot.type(KeyCode.ENTER);

        robot.clickOn("Back");
        settle();

        assertTrue(robot.lookup("Acme").tryQuery().isPresent());
        assertFalse(robot.lookup("Back").query().isVisible());
    }

    @Test
    void everyStepIsDrawn() throws IOException {
        Path cloud = Files.createDirectories(folder.resolve("Dropbox"));
        draw("create-1-place", folder, wizard -> {});
        draw("create-1-place-cloud", cloud, wizard -> {});
        draw(
                "create-1-place-taken",
                folder,
                wizard -> wizard.place().nameProperty().set("a/b"));
        draw("create-2-password-empty", folder, CreateViewModel::next);
        draw("create-2-password", folder, wizard -> advance(wizard, Step.PASSWORD));
        draw("create-3-recovery", folder, wizard -> advance(wizard, Step.RECOVERY));
        draw("create-4-defaults", folder, wizard -> advance(wizard, Step.DEFAULTS));
        draw("create-5-start", folder, wizard -> advance(wizard, Step.START));
        draw("create-5-working", folder, wizard -> {
            advance(wizard, Step.START);
            wizard.next();
        });
        assertTrue(Files.size(Path.of("target/screens/create-5-start-dark.png")) > 0);
    }

    private void draw(String name, Path place, Consumer<CreateViewModel> prepare) {
        Screens.write(
                name,
                () -> {
                    CreateViewModel wizard = wizard(place, new FirstOnly());
                    Parent root = new CreateView(wizard).root();
                    prepare.accept(wizard);
                    return root;
                },
                1000,
                700);
    }

    private static void advance(CreateViewModel wizard, Step target) {
        wizard.place().nameProperty().set("Acme production");
        wizard.recovery().storedProperty().set(target.number() > Step.RECOVERY.number());
        wizard.next();
        wizard.password().password().insert(0, PASSWORD);
        wizard.password().repeated().insert(0, PASSWORD);
        wizard.password().edited();
        while (wizard.step() != target) {
            wizard.next();
        }
    }

    /** Runs everything but the measuring of the key derivation, the second piece of work, which takes seconds. */
    private static final class FirstOnly implements Executor {
        private int count;

        @Override
        public void execute(Runnable work) {
            if (++count != 2) {
                work.run();
            }
        }
    }

    private CreateViewModel wizard(Path place, Executor worker) {
        Background background = new Background(worker, Runnable::run, (delay, action) -> () -> {});
        var start = new CreateViewModel.Start(place, LocalDate.of(2026, 11, 21), false, Settings.DEFAULT.protection());
        var exits = new CreateViewModel.Exits(
                protection -> {},
                (vault, importNext) -> {
                    created.add(vault);
                    told.add("created, import: " + importNext);
                },
                () -> told.add("cancelled"));
        return new CreateViewModel(vaults, background, random, start, exits);
    }

    private void show(Executor worker) {
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage shown = new Stage();
            Scene scene = new Scene(new CreateView(wizard(folder, worker)).root(), 900, 600);
            Theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
    }
}
