package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionTest extends ToolkitTest {
    private final AtomicInteger lost = new AtomicInteger();
    private SecretField field;
    private SecretArea area;
    private SecretLabel label;
    private SecretDiff diff;
    private VBox box;
    private Shown shown;
    private Window window;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    field = new SecretField();
                    area = new SecretArea();
                    label = new SecretLabel();
                    diff = new SecretDiff();
                    box = new VBox(8, field, area, label, diff);
                    return box;
                },
                300,
                300);
        window = onFx(() -> shown.scene().getWindow());
        runOnFx(() -> {
            Attention.whenLost(box, lost::incrementAndGet);
            field.revealedProperty().set(true);
            area.revealedProperty().set(true);
            try (SecretValue value = SecretValue.copyOf("shown".getBytes(StandardCharsets.UTF_8))) {
                label.show(value);
                try (SecretValue other = SecretValue.copyOf("shown too".getBytes(StandardCharsets.UTF_8))) {
                    assertTrue(diff.show(value, other));
                }
            }
        });
        Focus.come(window);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void everythingThatShowsAValueMasksItWhenTheWindowLosesTheFocusAndKeepsItMasked() {
        Focus.leave(window);

        assertEquals(1, lost.get());
        assertMasked();
        Focus.come(window);
        assertMasked();
    }

    @Test
    void whatLeavesTheWindowLosesItsAttention() {
        runOnFx(() -> box.getChildren().clear());

        assertMasked();
        assertEquals(0, lost.get());
        runOnFx(() -> shown.scene().setRoot(new VBox()));
        assertEquals(1, lost.get());
    }

    @Test
    void menusAndTooltipsOfTheWindowTakeNothingFromIt() {
        runOnFx(() -> {
            new ContextMenu(new MenuItem("One")).show(field, 20, 20);
            new Tooltip("Tip").show(field, 40, 40);
        });
        settle();

        assertEquals(0, lost.get());
        assertTrue(field.revealedProperty().get());
        assertEquals("Value shown on the screen", onFx(label::getAccessibleText));
    }

    private void assertMasked() {
        assertFalse(field.revealedProperty().get());
        assertFalse(area.revealedProperty().get());
        assertEquals("Hidden value", onFx(label::getAccessibleText));
        assertEquals("Differences, hidden", onFx(diff::getAccessibleText));
    }
}
