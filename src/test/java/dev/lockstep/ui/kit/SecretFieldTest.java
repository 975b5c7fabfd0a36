package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class SecretFieldTest extends ToolkitTest {
    private final FxRobot robot = new FxRobot();
    private SecretField field;
    private VBox box;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    field = new SecretField(64);
                    field.setPrompt("Master password");
                    box = new VBox(8, field, new TextField());
                    return box;
                },
                400,
                200);
        runOnFx(field::requestFocus);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void lettersAccentsSignsAndCapitalsArriveAsTyped() {
        robot.write("pÄs@wörd é1");
        assertEquals("pÄs@wörd é1", typed());
        assertEquals(11, onFx(() -> field.editsProperty().get()));
    }

    @Test
    void everyEditIsHeardOfByThoseWhoLookAtTheTextOnly() {
        List<Integer> lengths = new ArrayList<>();
        runOnFx(() -> field.editsProperty().addListener((InvalidationListener)
                any -> lengths.add(field.buffer().length())));
        robot.write("ab").type(KeyCode.BACK_SPACE, KeyCode.LEFT);
        assertEquals(List.of(1, 2, 1), lengths);
    }

    @Test
    void anEmojiIsOneStepForCaretAndDeletion() {
        type("a");
        type("\uD83D\uDE80");
        type("b");
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        type("x");
        assertEquals("ax\uD83D\uDE80b", typed());
        robot.type(KeyCode.DELETE);
        assertEquals("axb", typed());
    }

    @Test
    void aCombiningMarkStaysWithItsBase() {
        type("e");
        type("\u0301");
        type("z");
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        type("x");
        assertEquals("xe\u0301z", typed());
        robot.type(KeyCode.RIGHT, KeyCode.BACK_SPACE);
        assertEquals("xz", typed());
    }

    @Test
    void selectionsMadeByShiftAreReplacedAndDeleted() {
        robot.write("abcdef");
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 2).release(KeyCode.SHIFT);
        robot.write("X");
        assertEquals("abcdX", typed());
        robot.press(KeyCode.SHIFT).type(KeyCode.HOME).release(KeyCode.SHIFT);
        robot.type(KeyCode.BACK_SPACE);
        assertEquals("", typed());
    }

    @Test
    void arrowsCollapseASelectionToItsEnds() {
        robot.write("abc");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.type(KeyCode.LEFT);
        robot.write("1");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.type(KeyCode.RIGHT);
        robot.write("2");
        assertEquals("1abc2", typed());
    }

    @Test
    void stepsByWordTellNoSpacesWhileMasked() {
        robot.write("one two");
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        robot.write("x");
        assertEquals("xone two", typed());
        runOnFx(() -> field.revealedProperty().set(true));
        robot.type(KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        robot.write("y");
        assertEquals("xone ytwo", typed());
        robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        assertEquals("xone two", typed());
        robot.push(KeyCode.CONTROL, KeyCode.DELETE);
        assertEquals("xone ", typed());
    }

    @Test
    void pasteByBothKeysLeavesLineEndsOut() {
        clip("ä\uD83D\uDE80b\r\n");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        robot.push(KeyCode.SHIFT, KeyCode.INSERT);
        assertEquals("ä\uD83D\uDE80bä\uD83D\uDE80b", typed());
    }

    @Test
    void nothingCanBeCopiedOrCutOutAndTheMenuHearsNothingOfIt() {
        List<KeyCode> heard = new ArrayList<>();
        clip("before");
        robot.write("secret");
        runOnFx(() -> box.addEventHandler(KeyEvent.KEY_PRESSED, key -> heard.add(key.getCode())));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.push(KeyCode.CONTROL, KeyCode.X);
        robot.push(KeyCode.CONTROL, KeyCode.INSERT);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(
                List.of(KeyCode.CONTROL, KeyCode.SHIFT),
                heard.stream().distinct().toList());
        assertEquals("before", onFx(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("secret", typed());
    }

    @Test
    void whatDoesNotFitChangesNothingAndIsTold() {
        List<String> told = new ArrayList<>();
        runOnFx(() -> field.setOnTooLong(() -> told.add("too long")));
        clip("x".repeat(65));
        robot.write("abc");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertEquals("abc", typed());
        assertEquals(List.of("too long"), told);
    }

    @Test
    void anInputMethodCommitsText() {
        runOnFx(() ->
                field.fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "é", 0)));
        assertEquals("é", typed());
        assertEquals("", onFx(() -> field.getInputMethodRequests().getSelectedText()));
    }

    @Test
    void enterDoesWhatWasSaidAndOtherwiseReachesTheWindow() {
        List<String> told = new ArrayList<>();
        runOnFx(() -> box.addEventHandler(KeyEvent.KEY_PRESSED, key -> told.add("window")));
        robot.type(KeyCode.ENTER);
        runOnFx(() -> field.setOnEnter(() -> told.add("field")));
        robot.type(KeyCode.ENTER);
        assertEquals(List.of("window", "field"), told);
        assertEquals("", typed());
    }

    @Test
    void theEyeAndItsKeyShowAndHide() {
        robot.write("abc");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertTrue(onFx(() -> field.revealedProperty().get()));
        robot.clickOn(".eye");
        assertFalse(onFx(() -> field.revealedProperty().get()));
        assertTrue(onFx(() -> field.isFocused()));
    }

    @Test
    void theMousePlacesTheCaretAndSelects() {
        robot.write("abcdef");
        runOnFx(() -> field.revealedProperty().set(true));
        double cell = onFx(() -> Grid.of(javafx.scene.text.Font.font(14)).cell());
        var start = onFx(() -> field.localToScreen(12, field.getHeight() / 2));
        robot.clickOn(start.getX() + 2 * cell, start.getY());
        robot.write("x");
        assertEquals("abxcdef", typed());
        robot.moveTo(start.getX() + 1, start.getY()).press(javafx.scene.input.MouseButton.PRIMARY);
        robot.moveTo(start.getX() + 3 * cell, start.getY()).release(javafx.scene.input.MouseButton.PRIMARY);
        robot.type(KeyCode.DELETE);
        assertEquals("cdef", typed());
    }

    @Test
    void bulletsCountWhileTypingAndTellNothingAfterwards() {
        int empty = shown.inkOf(field);
        robot.write("a");
        int one = shown.inkOf(field);
        robot.write("bcdefghijkl");
        int twelve = shown.inkOf(field);
        assertTrue(empty < one && one < twelve, empty + " " + one + " " + twelve);
        robot.type(KeyCode.TAB);
        int away = shown.inkOf(field);
        assertTrue(one < away && away < twelve, one + " " + away + " " + twelve);
        robot.clickOn(field).type(KeyCode.END, KeyCode.BACK_SPACE).type(KeyCode.TAB);
        assertEquals(away, shown.inkOf(field));
    }

    @Test
    void noNodeAndNoScreenReaderGetsMoreThanOneCharacter() {
        robot.write("hunter2");
        runOnFx(() -> field.revealedProperty().set(true));
        settle();
        List<String> texts = onFx(() -> Shown.texts(field));
        assertFalse(texts.isEmpty());
        assertTrue(texts.stream().noneMatch(text -> text.contains("hu") || text.contains("r2")), texts::toString);
        assertEquals("Master password", onFx(() -> field.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        assertNull(onFx(() -> field.queryAccessibleAttribute(AccessibleAttribute.SELECTION_START)));
        assertEquals("[secret]", onFx(() -> field.buffer().toString()));
    }

    @Test
    void clearingWipesAndLeavingTheSceneLeavesNothingDrawn() {
        robot.write("hunter2");
        runOnFx(() -> field.revealedProperty().set(true));
        runOnFx(() -> box.getChildren().remove(field));
        assertFalse(onFx(() -> field.revealedProperty().get()));
        assertEquals(7, onFx(() -> field.buffer().length()));
        runOnFx(() -> {
            field.clear();
            box.getChildren().addFirst(field);
        });
        settle();
        assertEquals("", typed());
    }

    @Test
    void aLoadedValueStandsThereAndAnUnreadableOneChangesNothing() {
        assertTrue(onFx(() -> field.load(SecretValue.taking("ab".getBytes(StandardCharsets.UTF_8)))));
        robot.write("c");
        assertEquals("abc", typed());
        assertFalse(onFx(() -> field.load(SecretValue.taking(new byte[] {(byte) 0xC3}))));
        assertEquals("abc", typed());
    }

    private void type(String character) {
        runOnFx(() -> field.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false)));
    }

    private static void clip(String text) {
        runOnFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private String typed() {
        settle();
        return onFx(() -> text(field.buffer()));
    }

    static String text(SecretBuffer buffer) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < buffer.length(); i++) {
            text.append(buffer.charAt(i));
        }
        return text.toString();
    }
}
