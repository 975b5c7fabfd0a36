package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class ToastPaneTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> told = new ArrayList<>();
    private ToastPane toasts;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(() -> toasts = new ToastPane(new TextField()), 600, 400);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void aToastGoesWhenItsTimeIsOver() throws Exception {
        show(new Toast("Saved", null, null, Duration.ofMillis(200)));
        assertEquals(1, count());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> count() == 0);
    }

    @Test
    void whileASheetHasItsButtonsBelowAToastStandsAtTheUpperEdge() {
        show(new Toast("Saved", null, null, Duration.ofSeconds(10)));
        assertTrue(middle() > 300, "at the lower edge: " + middle());
        runOnFx(() -> toasts.atTop(true));
        settle();
        assertTrue(middle() < 100, "at the upper edge: " + middle());
        runOnFx(() -> toasts.atTop(false));
        settle();
        assertTrue(middle() > 300, "at the lower edge again: " + middle());
    }

    private double middle() {
        return onFx(() -> {
            var bounds = robot.lookup(".toast").query();
            return toasts.sceneToLocal(bounds.localToScene(bounds.getBoundsInLocal()))
                    .getCenterY();
        });
    }

    @Test
    void itsActionIsTakenOnceAndItGoes() {
        show(Toast.of("Moved to the trash", "Undo", () -> told.add("undo"), Duration.ofSeconds(10)));
        robot.clickOn("Undo");
        assertEquals(List.of("undo"), told);
        assertEquals(0, count());
    }

    @Test
    void theKeyboardReachesItsActionAndHoldsItsTime() throws Exception {
        show(Toast.of("Moved to the trash", "Undo", () -> told.add("undo"), Duration.ofMillis(600)));
        robot.type(KeyCode.TAB);
        Thread.sleep(1000);
        assertEquals(1, count());
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("undo"), told);
    }

    @Test
    void onceTheyAreClearedNothingHoldsWhatTheirActionsWouldWorkOn() throws Exception {
        WeakReference<Object> vault = showForVault();
        runOnFx(toasts::clear);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            System.gc();
            return vault.get() == null;
        });
    }

    private WeakReference<Object> showForVault() {
        Object vault = new Object();
        show(Toast.of("Moved to the trash", "Undo", () -> told.add(vault.toString()), Duration.ofHours(1)));
        return new WeakReference<>(vault);
    }

    @Test
    void theNewestThreeStay() {
        for (String text : List.of("one", "two", "three", "four")) {
            show(Toast.of(text));
        }
        assertEquals(3, count());
        assertEquals(0, onFx(() -> robot.lookup("one").queryAll().size()));
    }

    @Test
    void oneWithAnActionTakesThePlaceOfThoseBeforeIt() {
        show(Toast.of("Saved"));
        show(Toast.of("Edited", "Undo", () -> told.add("edit"), Duration.ofSeconds(10)));
        show(Toast.of("Moved to the trash", "Undo", () -> told.add("trash"), Duration.ofSeconds(10)));
        assertEquals(2, count());
        robot.clickOn("Undo");
        assertEquals(List.of("trash"), told);
    }

    @Test
    void theyAreDismissedOneByOneOrAllAtOnce() {
        show(Toast.of("one"));
        show(Toast.of("two"));
        robot.clickOn(robot.lookup(".toast .button").nth(0).queryButton());
        assertEquals(1, count());
        runOnFx(toasts::clear);
        assertEquals(0, count());
    }

    private void show(Toast toast) {
        runOnFx(() -> toasts.show(toast));
        settle();
    }

    private int count() {
        return onFx(() -> toasts.lookupAll(".toast").size());
    }
}
