package dev.lockstep.ui.keys;

import static dev.lockstep.ui.keys.KeysBench.NEXT;
import static dev.lockstep.vault.TestVaults.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class KeysScreenTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private Executor worker = Runnable::run;

    @TempDir
    Path folder;

    @TempDir
    Path stick;

    private KeysBench bench;
    private Stage stage;

    @BeforeEach
    void createVault() throws Exception {
        bench = new KeysBench(folder, work -> worker.execute(work));
    }

    @AfterEach
    void closeVault() {
        if (stage != null) {
            runOnFx(stage::close);
        }
        bench.close();
    }

    @Test
    void thePasswordIsChangedWithTheKeyboardAlone() {
        show(bench.model());

        robot.clickOn("#task-" + Task.CHANGE_PASSWORD.name());
        settle();
        type(PASSWORD);
        press(KeyCode.ENTER);
        type(NEXT);
        press(KeyCode.TAB);
        type(NEXT);
        press(KeyCode.ENTER);

        assertTrue(robot.lookup("The password was changed.").tryQuery().isPresent());
        bench.closeVault();
        assertTrue(bench.opensWith(NEXT));
    }

    @Test
    void escapeLeadsBackAndThenOut() {
        show(bench.model());

        robot.clickOn("#rekey");
        settle();
        robot.type(KeyCode.ESCAPE);
        settle();
        assertTrue(robot.lookup("#rekey").tryQuery().isPresent());
        assertEquals(List.of(), bench.left);
        robot.type(KeyCode.ESCAPE);
        settle();

        assertEquals(List.of("closed"), bench.left);
    }

    @Test
    void theSwitchShowsWhatIsSoAndNotWhatWasPressed() throws Exception {
        KeysViewModel model = bench.model();
        show(model);

        robot.clickOn("#quick-unlock");
        settle();
        assertEquals(new State.Asking(Task.QUICK_UNLOCK), model.course().state());
        robot.type(KeyCode.ESCAPE);
        settle();
        assertFalse(robot.lookup("#quick-unlock")
                .queryAs(atlantafx.base.controls.ToggleSwitch.class)
                .isSelected());
        robot.clickOn("#quick-unlock");
        settle();
        type(PASSWORD);
        press(KeyCode.ENTER);

        assertTrue(bench.ways().contains(Way.KEYSTORE));
        assertTrue(robot.lookup("#quick-unlock")
                .queryAs(atlantafx.base.controls.ToggleSwitch.class)
                .isSelected());
    }

    @Test
    void theScreenIsDrawnInEachState() throws Exception {
        draw("keys", model -> {}, 1000, 760);
        draw("keys-small", model -> {}, 900, 600);
        draw("keys-proof", model -> model.begin(Task.CHANGE_PASSWORD));
        draw("keys-proof-wrong", model -> bench.begin(model, Task.CHANGE_PASSWORD, "not the password"));
        draw("keys-quick", model -> model.begin(Task.QUICK_UNLOCK));
        draw("keys-change", model -> bench.begin(model, Task.CHANGE_PASSWORD, PASSWORD));
        draw("keys-key-file", model -> {
            bench.begin(model, Task.ADD_KEY_FILE, PASSWORD);
            NewKeyFile part =
                    ((State.Filling) model.course().state()).form().keyFile().orElseThrow();
            part.choice().choose(stick.resolve("Acme key file.txt"));
        });
        draw("keys-code", model -> bench.begin(model, Task.RENEW_CODE, PASSWORD));
        draw("keys-remove", model -> model.removal().ask(Way.PASSWORD));
        draw("keys-rekey", model -> bench.begin(model, Task.REKEY, PASSWORD), 900, 600);
        draw("keys-sealing", model -> {
            bench.begin(model, Task.REKEY, PASSWORD);
            bench.fill(model, NEXT);
            worker = work -> {};
            model.submit();
        });
        draw("keys-last-way", model -> {
            if (model.ways().shown().has(Way.RECOVERY_CODE)) {
                model.removal().ask(Way.RECOVERY_CODE);
                model.removal().confirm();
            }
            model.removal().ask(Way.PASSWORD);
        });
        bench.keystore.failWith(KeystoreException.Reason.UNAVAILABLE);
        draw("keys-no-keystore", model -> {}, 900, 600);
        assertTrue(Files.size(Path.of("target/screens/keys-no-keystore-dark.png")) > 0);
    }

    @Test
    void whatWasDoneIsDrawn() throws Exception {
        KeysViewModel changing = bench.model();
        bench.begin(changing, Task.QUICK_UNLOCK, PASSWORD);
        Path keyFile = stick.resolve("Acme key file.txt");
        TestVaults.VAULTS.createKeyFile(keyFile);
        bench.begin(changing, Task.ADD_KEY_FILE, PASSWORD);
        bench.fill(changing, PASSWORD).keyFile().orElseThrow().choice().choose(keyFile);
        changing.submit();
        Screens.write("keys-all-ways", sheet(() -> bench.model(Optional.of(keyFile)), model -> {}), 1000, 760);
        Screens.write(
                "keys-proof-file",
                sheet(() -> bench.model(Optional.of(keyFile)), model -> model.begin(Task.REPLACE_KEY_FILE)),
                900,
                600);
        int[] round = {0};
        Screens.write(
                "keys-changed",
                sheet(() -> bench.model(Optional.of(keyFile)), model -> {
                    bench.begin(model, Task.CHANGE_PASSWORD, round[0] == 0 ? PASSWORD : NEXT);
                    bench.fill(model, round[0]++ == 0 ? NEXT : PASSWORD);
                    model.submit();
                }),
                900,
                600);
        assertTrue(Files.size(Path.of("target/screens/keys-changed-dark.png")) > 0);
    }

    @Test
    void alteredSlotsAreDrawn() throws Exception {
        bench.alterSlot(2);

        draw("keys-altered", model -> {});

        assertTrue(Files.size(Path.of("target/screens/keys-altered-dark.png")) > 0);
    }

    @Test
    void theEndOfReKeyingIsDrawn() throws Exception {
        KeysViewModel model = bench.model();
        bench.begin(model, Task.REKEY, PASSWORD);
        bench.fill(model, NEXT);
        model.submit();

        Screens.write("keys-sealed", sheet(() -> model, same -> {}), 900, 600);

        assertTrue(Files.size(Path.of("target/screens/keys-sealed-dark.png")) > 0);
    }

    private void draw(String name, Consumer<KeysViewModel> prepare) {
        draw(name, prepare, 900, 600);
    }

    private void draw(String name, Consumer<KeysViewModel> prepare, double width, double height) {
        Screens.write(
                name,
                sheet(bench::model, model -> {
                    worker = Runnable::run;
                    prepare.accept(model);
                }),
                width,
                height);
        worker = Runnable::run;
    }

    private static Supplier<Parent> sheet(Supplier<KeysViewModel> make, Consumer<KeysViewModel> prepare) {
        return () -> {
            StackPane host = new StackPane();
            KeysViewModel model = make.get();
            prepare.accept(model);
            Sheet.over(host, new KeysView(model).root());
            return host;
        };
    }

    private void type(String text) {
        robot.write(text, 0);
        settle();
    }

    private void press(KeyCode key) {
        robot.push(key);
        settle();
    }

    private void show(KeysViewModel model) {
        stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            StackPane host = new StackPane();
            Scene scene = new Scene(host, 900, 700);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            Sheet.over(host, new KeysView(model).root());
            return window;
        });
        settle();
    }
}
