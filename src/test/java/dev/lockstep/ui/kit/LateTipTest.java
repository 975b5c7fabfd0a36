package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A tooltip that is made when the pointer comes, under a real pointer. */
class LateTipTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private Label label;
    private Label elsewhere;
    private LateTip tip;

    @BeforeEach
    void aLabel() {
        runOnFx(() -> {
            label = new Label("a label to point at");
            elsewhere = new Label("elsewhere");
            tip = new LateTip(label);
            stage = new Stage();
            stage.setScene(new Scene(new VBox(60, label, elsewhere), 300, 200));
            stage.show();
        });
        robot.moveTo(elsewhere);
    }

    @AfterEach
    void close() {
        runOnFx(stage::close);
    }

    private static List<String> shown() {
        return onFx(() -> Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList());
    }

    private void point(Node at) {
        robot.moveTo(at);
        robot.moveBy(2, 0);
    }

    private static void await(List<String> expected) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Objects.equals(shown(), expected));
    }

    @Test
    void itSaysWhatItWasToldLast() throws Exception {
        runOnFx(() -> tip.say("before"));
        runOnFx(() -> tip.say("now"));

        point(label);
        await(List.of("now"));
        assertEquals("now", onFx(label::getAccessibleHelp));

        runOnFx(() -> tip.say("later"));
        assertEquals(List.of("later"), shown());
    }

    @Test
    void whereNothingIsToBeSaidNothingIsShown() throws Exception {
        runOnFx(() -> tip.say("something"));
        point(label);
        await(List.of("something"));

        point(elsewhere);
        await(List.of());
        runOnFx(() -> tip.say(""));
        assertNull(onFx(label::getAccessibleHelp));
        point(label);
        settle();
        assertEquals(List.of(), shown());
    }
}
