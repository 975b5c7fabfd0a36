package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretLabelTest extends ToolkitTest {
    private SecretLabel label;
    private VBox box;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    label = new SecretLabel();
                    box = new VBox(label);
                    return box;
                },
                300,
                400);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void theMaskIsTheSameForEveryValue() {
        int before = ink();
        draw("a");
        assertTrue(ink() < before);
        draw("a much longer value than eight characters");
        assertTrue(ink() > before);
        runOnFx(label::mask);
        assertEquals(before, ink());
        assertEquals("Hidden value", accessible());
    }

    @Test
    void whatWasShownIsDrawnEvenIfTheValueIsClosed() {
        int masked = ink();
        onFx(() -> {
            try (SecretValue value = value("closed at once, and drawn nevertheless")) {
                label.show(value);
            }
            return true;
        });
        assertTrue(ink() > masked);
    }

    @Test
    void aLongValueMakesItHigherUpToTwelveRows() {
        double one = height();
        draw("line\n".repeat(4) + "line");
        assertEquals(5 * one, height(), 0.01);
        draw("line\n".repeat(1000));
        assertEquals(12 * one, height(), 0.01);
        runOnFx(label::mask);
        assertEquals(one, height(), 0.01);
    }

    @Test
    void whereThereIsRoomForOneRowOnlyTheFirstIsDrawn() {
        runOnFx(() -> {
            label.setMaxHeight(30);
            label.setPrefHeight(30);
        });
        draw("x");
        int one = ink();
        draw("x\nsecond\nthird\nfourth");
        int first = ink();
        assertTrue(first < 3 * one, one + " " + first);
    }

    @Test
    void emptyAndBinaryValuesAreToldInWords() {
        draw("");
        assertEquals("empty", accessible());
        runOnFx(() -> label.show(SecretValue.taking(new byte[] {(byte) 0xFF, 0, 1})));
        assertEquals("3 bytes, not text", accessible());
        runOnFx(label::showEmpty);
        assertEquals("empty", accessible());
    }

    @Test
    void leavingTheSceneMasksIt() {
        int masked = ink();
        draw("hunter2 and more than eight");
        runOnFx(() -> box.getChildren().clear());
        runOnFx(() -> box.getChildren().add(label));
        assertEquals(masked, ink());
    }

    @Test
    void noNodeGetsMoreThanOneCharacter() {
        draw("hunter2");
        settle();
        List<String> texts = onFx(() -> Shown.texts(label));
        assertTrue(texts.stream().noneMatch(text -> text.contains("hu") || text.contains("r2")), texts::toString);
    }

    private void draw(String text) {
        runOnFx(() -> label.show(value(text)));
    }

    private static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    private int ink() {
        return shown.inkOf(box);
    }

    private String accessible() {
        return onFx(() -> label.getAccessibleText());
    }

    private double height() {
        settle();
        return onFx(() -> {
            box.layout();
            return label.getHeight();
        });
    }
}
