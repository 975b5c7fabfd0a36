package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretDiffTest extends ToolkitTest {
    private SecretDiff diff;
    private VBox box;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    diff = new SecretDiff();
                    box = new VBox(diff);
                    return box;
                },
                400,
                500);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean draw(String older, String newer) {
        boolean text = onFx(() -> {
            try (SecretValue one = value(older);
                    SecretValue two = value(newer)) {
                return diff.show(one, two);
            }
        });
        settle();
        return text;
    }

    private double height() {
        settle();
        return onFx(() -> {
            box.layout();
            return diff.getHeight();
        });
    }

    @Test
    void bothLinesAreDrawnAndWipedAgain() {
        assertEquals(0, shown.inkOf(box));
        assertTrue(draw("sk_test_51HxKq", "sk_live_51HxKq"));
        assertTrue(shown.inkOf(box) > 500);
        assertEquals("Differences shown on the screen", onFx(() -> diff.getAccessibleText()));

        runOnFx(diff::clear);
        assertEquals(0, shown.inkOf(box));
        assertEquals("Differences, hidden", onFx(() -> diff.getAccessibleText()));
    }

    @Test
    void leavingTheSceneWipesIt() {
        draw("sk_test_51HxKq", "sk_live_51HxKq");
        runOnFx(() -> box.getChildren().clear());
        runOnFx(() -> box.getChildren().add(diff));
        assertEquals(0, shown.inkOf(box));
    }

    @Test
    void noNodeGetsMoreThanOneCharacterOfAValue() {
        draw("hunter2", "hunter3");
        List<String> texts = onFx(() -> Shown.texts(diff));
        assertTrue(texts.stream().noneMatch(text -> text.contains("hu") || text.contains("ter")), texts::toString);
    }

    @Test
    void itGrowsWithItsLinesUpToSixteenAndScrollsTheRest() {
        draw("a", "b");
        double two = height();
        draw("a\nb\nc\nd\n", "1\n2\n3\n4\n");
        assertEquals(4 * two, height(), 0.01);
        draw("a\n".repeat(300), "b\n".repeat(300));
        assertEquals(8 * two, height(), 0.01);
    }

    @Test
    void aLongLineIsWrapped() {
        draw("a", "b");
        double two = height();
        draw("a".repeat(200), "b".repeat(200));
        assertTrue(height() > 4 * two);
    }

    @Test
    void whatIsNotTextIsNotDrawn() {
        boolean text = onFx(() -> {
            try (SecretValue one = SecretValue.taking(new byte[] {(byte) 0xFF});
                    SecretValue two = value("text")) {
                return diff.show(one, two);
            }
        });
        assertFalse(text);
        assertEquals(0, shown.inkOf(box));
    }
}
