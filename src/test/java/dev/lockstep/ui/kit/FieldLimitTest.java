package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Ten million characters on the clipboard freeze no field and change none. */
class FieldLimitTest extends ToolkitTest {
    private static final int TEN_MILLION = 10_000_000;

    private final FxRobot robot = new FxRobot();
    private TextField line;
    private TextArea lines;
    private Spinner<Integer> number;
    private SecretField secret;
    private SecretArea secrets;
    private Shown shown;

    @BeforeEach
    void show() {
        shown = Shown.of(
                () -> {
                    line = FieldLimit.on(new TextField("a line"), FieldLimit.LINE);
                    lines = FieldLimit.on(new TextArea("some lines"), FieldLimit.LINES);
                    number = NumberSpinner.between(1, 90, 7);
                    secret = new SecretField();
                    secrets = new SecretArea();
                    return new VBox(8, line, lines, number, secret, secrets);
                },
                500,
                500);
        runOnFx(() -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "ab \u05D0\u0301\n".repeat(TEN_MILLION / 6))));
    }

    @AfterEach
    void close() {
        runOnFx(() -> Clipboard.getSystemClipboard().clear());
        shown.close();
    }

    @Test
    void aFieldRefusesThemInWordsAndStaysAsItWas() {
        for (TextInputControl field : List.of(line, lines)) {
            String before = onFx(field::getText);

            paste(field);

            assertEquals(before, onFx(field::getText));
            int most = field == line ? FieldLimit.LINE : FieldLimit.LINES;
            String words = onFx(FieldLimitTest::note);
            assertTrue(words.startsWith("Not taken: ") && words.endsWith(String.format("It takes %,d.", most)), words);
            robot.type(KeyCode.END);
            robot.write("x");
            assertEquals(before + "x", onFx(field::getText));
            assertEquals("", onFx(FieldLimitTest::note), "the words go with the next letter");
        }
    }

    @Test
    void whatStandsThereCanBeReplacedUpToTheLimit() {
        runOnFx(() -> line.setText("y".repeat(FieldLimit.LINE)));
        assertEquals(FieldLimit.LINE, onFx(line::getLength));
        runOnFx(() -> line.appendText("z"));
        assertEquals(FieldLimit.LINE, onFx(line::getLength));
        runOnFx(() -> line.replaceText(0, 2, "zz"));
        assertTrue(onFx(line::getText).startsWith("zzy"));
    }

    @Test
    void aNumberStaysANumber() {
        paste(number.getEditor());

        assertEquals("7", onFx(() -> number.getEditor().getText()));
    }

    @Test
    void fieldsForSecretsRefuseThemToo() {
        int[] told = {0, 0};
        runOnFx(() -> {
            secret.setOnTooLong(() -> told[0]++);
            secrets.setOnTooLong(() -> told[1]++);
        });
        for (SecretInput field : List.of(secret, secrets)) {
            runOnFx(field::requestFocus);
            robot.write("abc");
            assertTimeout(Duration.ofSeconds(20), () -> {
                robot.push(KeyCode.CONTROL, KeyCode.V);
                settle();
            });
            assertEquals("abc", onFx(() -> SecretFieldTest.text(field.buffer())));
        }
        assertEquals(List.of(1, 1), List.of(told[0], told[1]));
    }

    private void paste(TextInputControl field) {
        runOnFx(() -> {
            field.requestFocus();
            field.end();
        });
        assertTimeout(Duration.ofSeconds(20), () -> {
            robot.push(KeyCode.CONTROL, KeyCode.V);
            settle();
        });
    }

    /** What stands in the note below a field; empty if there is none. */
    private static String note() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .flatMap(window -> Shown.texts(window.getScene().getRoot()).stream())
                .filter(text -> text.startsWith("Not taken"))
                .findFirst()
                .orElse("");
    }
}
