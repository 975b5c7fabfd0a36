package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.ToolkitTest;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a window stands once it is shown, and what the toolkit says about it. */
class ToolkitCareTest extends ToolkitTest {
    private Stage stage;

    @BeforeEach
    void aWindow() {
        runOnFx(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new Pane(), 300, 200));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        runOnFx(stage::close);
    }

    @Test
    void aWindowWithItsTitleAboveTheScreenGoesToTheMiddle() {
        runOnFx(() -> {
            stage.setX(-2);
            stage.setY(-28);
            Toolkit.bringIntoSight(stage);
        });

        assertTrue(Screen.getPrimary()
                .getVisualBounds()
                .contains(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    @Test
    void aWindowInSightStaysWhereItIs() {
        runOnFx(() -> {
            stage.setX(40);
            stage.setY(30);
            Toolkit.bringIntoSight(stage);
        });

        assertEquals(40, stage.getX());
        assertEquals(30, stage.getY());
    }

    @Test
    void onlyWarningsOfControlsReachTheTerminal() {
        Toolkit.hush();

        System.Logger controls = System.getLogger("javafx.scene.control");
        assertFalse(controls.isLoggable(System.Logger.Level.INFO));
        assertTrue(controls.isLoggable(System.Logger.Level.WARNING));
    }

    @Test
    void aMaximisedWindowMayReachBeyondTheScreen() {
        runOnFx(() -> {
            stage.setMaximized(true);
            stage.setX(-8);
            stage.setY(-8);
            Toolkit.bringIntoSight(stage);
        });

        assertEquals(-8, stage.getX());
    }
}
