package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SheetTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> told = new ArrayList<>();
    private TextField behind;
    private TextField first;
    private Button last;
    private StackPane host;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    behind = new TextField();
                    host = new StackPane(new VBox(behind, new Button("Behind")));
                    first = new TextField();
                    last = new Button("Save");
                    return host;
                },
                600,
                400);
        runOnFx(behind::requestFocus);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void theKeyboardGoesIntoItAndComesBack() {
        Sheet sheet = open();
        assertEquals(first, focused());
        runOnFx(sheet::close);
        assertEquals(behind, focused());
        assertEquals(List.of("closed"), told);
    }

    @Test
    void tabGoesRoundInside() {
        open();
        robot.type(KeyCode.TAB);
        assertEquals(last, focused());
        robot.type(KeyCode.TAB);
        assertEquals(first, focused());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(last, focused());
    }

    @Test
    void whatLiesBehindCannotTakeTheKeyboardNorTheMouse() {
        open();
        runOnFx(behind::requestFocus);
        settle();
        assertEquals(first, focused());
        robot.clickOn(behind);
        assertEquals(first, focused());
    }

    @Test
    void aKeyPressedBeforeTheKeyboardCameBelongsToIt() {
        List<KeyEvent> below = new ArrayList<>();
        runOnFx(() -> {
            behind.addEventHandler(KeyEvent.KEY_PRESSED, below::add);
            first.addEventHandler(
                    KeyEvent.KEY_PRESSED, key -> told.add(key.getCode().getName()));
            Sheet.over(host, new VBox(first, last));
            Event.fireEvent(
                    behind, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
        });
        settle();
        assertEquals(List.of("Delete"), told);
        assertEquals(List.of(), below);
        assertEquals(first, focused());
    }

    @Test
    void escapeClosesItUnlessItsContentUsesIt() {
        Sheet sheet = open();
        runOnFx(() -> first.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && told.isEmpty()) {
                told.add("used");
                key.consume();
            }
        }));
        robot.type(KeyCode.ESCAPE);
        assertTrue(onFx(sheet::showing));
        robot.type(KeyCode.ESCAPE);
        assertFalse(onFx(sheet::showing));
        assertEquals(List.of("used", "closed"), told);
        runOnFx(sheet::close);
        assertEquals(List.of("used", "closed"), told);
    }

    @Test
    void escapeClosesItFromAListToo() {
        Sheet sheet = onFx(() -> Sheet.over(host, new VBox(new ListView<>(FXCollections.observableArrayList("one")))));
        robot.type(KeyCode.DOWN);
        assertInstanceOf(ListView.class, focused());
        robot.type(KeyCode.ESCAPE);
        assertFalse(onFx(sheet::showing));
    }

    @Test
    void aSecondSheetLiesOverTheFirst() {
        Sheet below = open();
        TextField inner = onFx(TextField::new);
        Sheet above = onFx(() -> Sheet.over(host, new VBox(inner)));
        settle();
        assertEquals(inner, focused());
        robot.type(KeyCode.ESCAPE);
        assertFalse(onFx(above::showing));
        assertTrue(onFx(below::showing));
        assertEquals(first, focused());
    }

    private Sheet open() {
        Sheet sheet = onFx(() -> Sheet.over(host, new VBox(first, last)).onClosed(() -> told.add("closed")));
        settle();
        return sheet;
    }

    private Node focused() {
        settle();
        return onFx(() -> shown.scene().getFocusOwner());
    }
}
