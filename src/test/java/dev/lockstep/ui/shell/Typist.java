package dev.lockstep.ui.shell;

import dev.lockstep.app.RealProgram;
import dev.lockstep.ui.kit.ToolkitTest;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * The hands of a user at the real program. What is typed comes from another process, one character at a time, and is pressed at once, so that
 * nothing but the program can be found to have kept it.
 */
final class Typist {
    private static final KeyCode[] KEYS = keys();

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Robot robot = ToolkitTest.onFx(Robot::new);
    private final RealProgram program = ToolkitTest.onFx(RealProgram::new);
    private final Window window;

    Typist() {
        ShellViewModel model = ToolkitTest.onFx(() -> program.shell(Platform::exit));
        window = new Window(program.preferences(), model);
    }

    Window window() {
        return window;
    }

    /** What the other process reads. */
    OutputStream out() {
        return out;
    }

    /** Asks for a canary, and types it where the keyboard is. */
    void type(String canary) throws IOException {
        say("type " + canary);
        for (int left = in.read(); left > 0; left--) {
            KeyCode key = KEYS[in.read()];
            ToolkitTest.runOnFx(() -> robot.keyType(key));
        }
        ToolkitTest.settle();
    }

    /** Types a canary into a field. */
    void typeInto(String query, String canary) throws IOException {
        window.await("a field " + query, () -> window.has(query));
        Node node = window.robot().lookup(query).query();
        ToolkitTest.runOnFx(node::requestFocus);
        ToolkitTest.settle();
        type(canary);
    }

    /** Tells how far it is, and waits to be told to go on. */
    void tell(String stage) throws IOException {
        say(stage);
        in.read();
    }

    void say(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    void noSheet() {
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    /** Saves what the editor holds. */
    void save() {
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        noSheet();
    }

    /** Selects the first secret of the list, which has the keyboard then. */
    void selectFirst() {
        window.await("the list", () -> window.rows() > 0);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.DOWN);
    }

    /** Waits until nothing is left to be scrubbed. */
    void swept() {
        window.await(
                "the scrubbed heap",
                () -> program.scrubs() > 0 && window.model().swept());
    }

    private static KeyCode[] keys() {
        KeyCode[] keys = new KeyCode[128];
        for (KeyCode code : KeyCode.values()) {
            if (code.isLetterKey()) {
                keys[code.getCode() - 'A' + 'a'] = code;
            } else if (code.isDigitKey() && !code.isKeypadKey()) {
                keys[code.getCode()] = code;
            }
        }
        return keys;
    }
}
