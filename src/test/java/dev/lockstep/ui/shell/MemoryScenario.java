package dev.lockstep.ui.shell;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lockstep.app.RealProgram;
import dev.lockstep.ui.create.ShownCode;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.api.FxToolkit;

/**
 * A user at the real program, in a process that another one looks into. What is typed comes from there, one character at a time, and is
 * pressed at once, so that nothing but the program can be found to have kept it.
 */
public final class MemoryScenario {
    private static final KeyCode[] KEYS = keys();

    private final FileInputStream in = new FileInputStream(FileDescriptor.in);
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Robot robot = ToolkitTest.onFx(Robot::new);
    private final RealProgram program = ToolkitTest.onFx(RealProgram::new);
    private final Window window;

    private MemoryScenario() {
        ShellViewModel model = ToolkitTest.onFx(() -> program.shell(Platform::exit));
        window = new Window(program.preferences(), model);
    }

    /** Arguments: a file to import, and where to put the heap dump. */
    public static void main(String[] arguments) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        try {
            new MemoryScenario().run(Path.of(arguments[0]), arguments[1]);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void run(Path env, String dump) throws Exception {
        create();
        add();
        generate();
        importFile(env);
        lock();
        unlock();
        look();
        tell("open");
        search();
        draft();
        lock();
        tell("locked");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump, false);
        tell("dumped");
    }

    private void create() throws IOException {
        window.click("Create vault");
        window.await("a free place", () -> window.has(".check-line"));
        window.click("Next");
        window.robot().clickOn(window.secretFields().getFirst());
        type("password");
        window.robot().clickOn(window.secretFields().getLast());
        type("password");
        window.click("Next");
        say("code");
        Screen.Create wizard = (Screen.Create) ToolkitTest.onFx(window.model().screenProperty()::get);
        ShownCode.write(wizard.model(), out);
        say("");
        window.click("I have stored the code in a safe place");
        window.click("Next");
        window.click("Next");
        window.click("Create vault");
        window.await("the new vault", () -> window.model().open().isPresent());
    }

    private void add() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.await("the editor", () -> window.has("#secret-name"));
        focus("#secret-name");
        type("name");
        focus("#secret-value");
        type("typed value");
        window.press(KeyCode.CONTROL, KeyCode.R);
        focus("#description");
        type("description");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        noSheet();
    }

    private void generate() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.await("the editor", () -> window.has("#secret-name"));
        focus("#secret-name");
        type("generated name");
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.await("the generator", () -> window.has("#regenerate"));
        window.click("Use value");
        window.await("no generator", () -> !window.has("#regenerate"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        noSheet();
    }

    private void importFile(Path env) {
        ToolkitTest.runOnFx(() -> window.model().sheets().importFile(Optional.of(env)));
        window.click("Import 2 secrets");
        window.click("Close");
        noSheet();
    }

    private void unlock() throws IOException {
        window.awaitFocus(SecretField.class);
        type("wrong password");
        window.press(KeyCode.ENTER);
        window.await("the refusal", () -> window.hasText("This password does not open the vault"));
        window.awaitFocus(SecretField.class);
        type("password");
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }

    private void look() throws IOException {
        window.await("the list", () -> window.rows() == 4);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.await("the revealed value", () -> window.hasText("Hide (20 s)") || window.hasText("Hide (19 s)"));
    }

    private void search() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.F);
        type("search");
    }

    private void draft() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        window.await("the editor", () -> window.has("#secret-name"));
        focus("#secret-name");
        type("draft name");
        focus("#secret-value");
        type("draft value");
        window.press(KeyCode.CONTROL, KeyCode.R);
    }

    private void lock() {
        int before = program.scrubs();
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.await("the lock", () -> window.model().open().isEmpty());
        window.await("the wiped screen", () -> !window.has(".table-view"));
        window.await("the scrubbed heap", () -> program.scrubs() > before);
    }

    private void noSheet() {
        window.await("no sheet", () -> window.model().panels().isEmpty());
    }

    private void focus(String query) {
        Node node = window.robot().lookup(query).query();
        ToolkitTest.runOnFx(node::requestFocus);
        ToolkitTest.settle();
    }

    /** Asks for a canary and types it. */
    private void type(String canary) throws IOException {
        say("type " + canary);
        for (int left = in.read(); left > 0; left--) {
            KeyCode key = KEYS[in.read()];
            ToolkitTest.runOnFx(() -> robot.keyType(key));
        }
        ToolkitTest.settle();
    }

    /** Tells how far it is, and waits to be told to go on. */
    private void tell(String stage) throws IOException {
        say(stage);
        in.read();
    }

    private void say(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
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
