package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SecretAreaTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private SecretArea area;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    area = new SecretArea();
                    area.setPrompt("Value");
                    return new VBox(8, area, new TextField());
                },
                400,
                300);
        runOnFx(area::requestFocus);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void enterInsertsOneLineEndAndPasteKeepsEveryCharacter() {
        robot.write("a").type(KeyCode.ENTER).write("b");
        assertEquals("a\nb", typed());
        clip(" \tx\r\n\u00A0y\n");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertEquals("a\nb \tx\r\n\u00A0y\n", typed());
    }

    @Test
    void theCaretMovesByRowsAndRemembersItsColumn() {
        load("abcd\nx\nabcd");
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        robot.type(KeyCode.END, KeyCode.DOWN, KeyCode.DOWN);
        robot.write("1");
        assertEquals("abcd\nx\nabcd1", typed());
        robot.type(KeyCode.UP, KeyCode.HOME);
        robot.write("2");
        assertEquals("abcd\n2x\nabcd1", typed());
        robot.type(KeyCode.UP, KeyCode.UP);
        robot.write("3");
        assertEquals("3abcd\n2x\nabcd1", typed());
    }

    @Test
    void aLineEndOfTwoCharactersIsOneStep() {
        load("a\r\nb");
        robot.type(KeyCode.HOME, KeyCode.END, KeyCode.RIGHT);
        robot.write("x");
        assertEquals("a\r\nxb", typed());
        robot.type(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        assertEquals("ab", typed());
    }

    @Test
    void copyAndCutTakeNothingOut() {
        load("value");
        clip("before");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.push(KeyCode.CONTROL, KeyCode.X);
        assertEquals("value", typed());
        assertEquals("before", onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void tabLeavesTheField() {
        robot.type(KeyCode.TAB);
        assertFalse(onFx(() -> area.isFocused()));
        assertEquals("", typed());
    }

    @Test
    void aValueThatIsNotTextChangesNothing() {
        load("abc");
        assertFalse(onFx(() -> area.load(SecretValue.taking(new byte[] {(byte) 0xFF}))));
        assertEquals("abc", typed());
    }

    @Test
    void linesStayWhileMaskedAndNothingIsToldAfterwards() {
        load("abc\ndef\nghi");
        int three = shown.inkOf(area);
        robot.type(KeyCode.TAB);
        int away = shown.inkOf(area);
        assertTrue(away < three, away + " " + three);
        runOnFx(() -> area.revealedProperty().set(true));
        assertTrue(shown.inkOf(area) > away);
    }

    @Test
    void noNodeGetsMoreThanOneCharacter() {
        load("hunter2\nsecond");
        runOnFx(() -> area.revealedProperty().set(true));
        settle();
        List<String> texts = onFx(() -> Shown.texts(area));
        assertTrue(texts.stream().noneMatch(text -> text.contains("hu") || text.contains("se")), texts::toString);
    }

    @Test
    void aMebibyteOfLinesIsScrolledAndTypedInto() {
        load("line of a big file ü\n".repeat(SecretValue.MAX_SIZE / 22));
        runOnFx(() -> area.revealedProperty().set(true));
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.write("end");
        robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP);
        robot.write("mid");
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        robot.write("start");
        int length = onFx(() -> area.buffer().length());
        assertEquals(21 * (SecretValue.MAX_SIZE / 22) + 11, length);
        assertEquals('s', (char) onFx(() -> area.buffer().charAt(0)));
        assertEquals('d', (char) onFx(() -> area.buffer().charAt(length - 1)));
    }

    private void load(String text) {
        assertTrue(onFx(() -> area.load(SecretValue.taking(text.getBytes(StandardCharsets.UTF_8)))));
    }

    private static void clip(String text) {
        runOnFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private String typed() {
        settle();
        return onFx(() -> SecretFieldTest.text(area.buffer()));
    }
}
