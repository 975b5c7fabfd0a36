package dev.lockstep.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class AuditScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private AuditDesk desk;

    @BeforeEach
    void past() throws Exception {
        desk = new AuditDesk(folder);
        SecretId stripe = desk.use("STRIPE_API_KEY");
        SecretId github = desk.use("GITHUB_TOKEN");
        desk.use("ELEVENLABS_API_KEY");
        desk.vault.secrets().copy(stripe).close();
        desk.vault.secrets().trash(List.of(github));
        desk.vault.secrets().restore(List.of(github));
        desk.vault.history().keep(50);
        desk.vault.audit().exported("Acme audit log 2026-05-05.csv");
        for (int i = 0; i < 12; i++) {
            desk.use("SERVICE_" + i + "_TOKEN");
        }
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void theLogIsSearchedAndNarrowedWithoutTheMouse() {
        AuditViewModel model = onFx(desk::model);
        Stage stage = onFx(() -> {
            Theme.LIGHT.apply();
            Stage window = new Stage();
            StackPane host = new StackPane();
            Scene scene = new Scene(host, 900, 600);
            Theme.dress(scene);
            window.setScene(scene);
            window.show();
            window.requestFocus();
            Sheet.over(host, new AuditView(model).root());
            return window;
        });
        settle();
        TableView<AuditRow> table = robot.lookup("#audit-table").queryTableView();
        assertTrue(onFx(table::isFocused));
        assertEquals(
                "The log is whole",
                robot.lookup("#audit-chain").queryAs(Label.class).getText());

        robot.push(KeyCode.CONTROL, KeyCode.F);
        settle();
        robot.write("stripe", 0);
        robot.push(KeyCode.ENTER);
        settle();
        assertEquals(3, onFx(() -> table.getItems().size()));
        assertTrue(onFx(table::isFocused));
        robot.clickOn("#audit-only");
        settle();
        assertEquals(
                "Only STRIPE_API_KEY",
                robot.lookup("#audit-only").queryAs(Button.class).getText());
        assertEquals(
                "3 shown, all 36 entries searched",
                robot.lookup("#audit-status").queryAs(Label.class).getText());
        runOnFx(stage::close);
    }

    @Test
    void theLogIsDrawn() throws Exception {
        Screens.write("audit", sheet(model -> {}), 1100, 760);
        Screens.write("audit-small", sheet(model -> model.groupProperty().set(EventGroup.EDITS)), 900, 600);
        Screens.write("audit-empty", sheet(model -> model.textProperty().set("strpe")), 900, 600);
        Screens.write(
                "audit-export-failed", sheet(model -> model.export(folder.resolve("not there/log.csv"))), 900, 600);
        desk.tamper("DELETE FROM audit WHERE seq IN (2, 32, 33)");
        desk.tamper("UPDATE audit SET v = zeroblob(length(v)) WHERE seq = 35");
        Screens.write("audit-damaged", sheet(model -> {}), 900, 600);
        assertTrue(Files.size(Path.of("target/screens/audit-damaged-dark.png")) > 0);
    }

    private Supplier<Parent> sheet(Consumer<AuditViewModel> then) {
        return () -> {
            StackPane host = new StackPane();
            AuditViewModel model = desk.model();
            Sheet.over(host, new AuditView(model).root());
            then.accept(model);
            return host;
        };
    }
}
