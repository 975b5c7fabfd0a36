package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class PanesTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> told = new ArrayList<>();
    private StackPane host;
    private Shown shown;
    private Panes below;
    private Panes above;

    @BeforeEach
    void show() {
        shown = Shown.of(() -> host = new StackPane(new TextField()), 600, 400);
        below = panes("below");
        above = panes("above");
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void theKeyboardGoesFromPaneToPane() {
        Page one = page("one");
        open(below, one);
        assertEquals(one.first(), focused());
        Page two = page("two");
        runOnFx(() -> below.lay(two));
        assertEquals(two.first(), focused());
    }

    @Test
    void aPaneLaidInASheetBelowLeavesTheKeyboardAbove() {
        open(below, page("one"));
        Page top = page("top");
        open(above, top);
        robot.type(KeyCode.TAB);
        Node where = focused();
        assertTrue(onFx(() -> where.isFocused()));
        Page two = page("two");
        runOnFx(() -> below.lay(two));
        assertEquals(where, focused());
        Page next = page("next");
        Page three = page("three");
        runOnFx(() -> above.lay(next));
        runOnFx(() -> below.lay(three));
        assertEquals(next.first(), focused());
    }

    @Test
    void aKeyboardThatWasLostComesBackToWhatGetsItFirst() {
        Page one = page("one");
        open(below, one);
        robot.type(KeyCode.TAB);
        robot.type(KeyCode.DOWN);
        runOnFx(() -> ((TextField) host.getChildren().getFirst()).requestFocus());
        assertEquals(one.first(), focused());
    }

    @Test
    void escapeBeforeTheKeyboardCameLeaves() {
        runOnFx(() -> {
            below.lay(new Page(new VBox(new Label("Nothing to press")), new Label()));
            Sheet.over(host, below.root());
            Event.fireEvent(
                    host.getChildren().getFirst(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });
        assertEquals(List.of("leave below"), told);
    }

    private Panes panes(String name) {
        return onFx(() -> new Panes(
                name,
                Objects.requireNonNull(SheetPage.class.getResource("/dev/lockstep/ui/kit/app.css")),
                () -> told.add("leave " + name)));
    }

    private void open(Panes panes, Page page) {
        runOnFx(() -> {
            panes.lay(page);
            Sheet.over(host, panes.root());
        });
        settle();
    }

    private static Page page(String name) {
        return onFx(() -> {
            Button first = new Button(name);
            Parent root = new SheetPage(name, new VBox(new TextField(), first))
                    .buttons(new Button("Close"))
                    .root();
            return new Page(root, first);
        });
    }

    private Node focused() {
        settle();
        return onFx(() -> shown.scene().getFocusOwner());
    }

    private record Page(Parent root, Node first) implements Panes.Pane {}
}
