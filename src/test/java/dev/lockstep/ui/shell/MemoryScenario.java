package dev.lockstep.ui.shell;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lockstep.ui.create.ShownCode;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Counts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;

/**
 * A user at the real program, in a process that another one looks into. A new feature adds a step that uses it: whatever the step types under
 * a name of its own is looked for afterwards without more ado.
 */
public final class MemoryScenario {
    private final Typist user = new Typist();
    private final Window window = user.window();
    private final Errands errands = new Errands(user);
    private final RemoteErrands remotes;
    private final SyncErrands sync = new SyncErrands(user, errands);
    private final Path env;

    /** Done before the first lock, which is followed by an unlock. */
    private final List<Step> first = List.of(
            this::create, this::add, this::collect, this::generate, this::importFile, this::tag, this::leaveDraft);

    /** Done after it. The last of them leaves something to be seen by who looks into the open program. */
    private final List<Step> second = List.of(
            this::restore,
            errands::backUp,
            this::edit,
            errands::changeValues,
            errands::goBack,
            errands::deleteForGood,
            errands::checkBackup,
            errands::audit,
            errands::health,
            errands::present,
            this::look);

    /** Done right before the last lock, which finds a message with an action, a search and an editor still open. */
    private final List<Step> last = List.of(this::trash, this::search, this::draft);

    private MemoryScenario(Path env, Path vendors) {
        this.env = env;
        remotes = new RemoteErrands(user, vendors);
    }

    /** Something a user does. */
    @FunctionalInterface
    private interface Step {
        void play() throws Exception;
    }

    /** Arguments: a file to import, where to put the heap dump, and the folder of the vendors. */
    public static void main(String[] arguments) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        try {
            new MemoryScenario(Path.of(arguments[0]), Path.of(arguments[2])).play(arguments[1]);
            Runtime.getRuntime().halt(0);
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void play(String dump) throws Exception {
        play(first);
        lock();
        unlockWithCode();
        lock();
        unlock("password");
        user.tell("first password");
        errands.changePassword();
        lock();
        unlock("new password");
        play(second);
        user.tell("open");
        play(last);
        lock();
        user.tell("locked");
        unlock("new password");
        remotes.add();
        sync.all();
        remotes.read();
        user.tell("remotes open");
        lock();
        user.tell("remotes locked");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump, false);
        user.tell("dumped");
    }

    private static void play(List<Step> steps) throws Exception {
        for (Step step : steps) {
            step.play();
        }
    }

    private void create() throws IOException {
        window.click("Create vault");
        window.await("a free place", () -> window.has(".check-line"));
        window.click("Next");
        window.robot().clickOn(window.secretFields().getFirst());
        user.type("password");
        window.robot().clickOn(window.secretFields().getLast());
        user.type("password");
        window.click("Next");
        user.say("code");
        Screen.Create wizard = (Screen.Create) ToolkitTest.onFx(window.model().screenProperty()::get);
        ShownCode.write(wizard.model(), user.out());
        user.say("");
        window.click("I have stored the code in a safe place");
        window.click("Next");
        window.click("Next");
        window.click("Create vault");
        window.await("the new vault", () -> window.model().open().isPresent());
    }

    private void add() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        user.typeInto("#secret-name", "name");
        user.typeInto("#secret-value", "typed value");
        window.press(KeyCode.CONTROL, KeyCode.R);
        user.typeInto("#description", "description");
        user.typeInto("#tags", "tag");
        user.save();
    }

    private void collect() throws IOException {
        window.robot().clickOn(node -> "New collection".equals(node.getAccessibleText()) && node.isVisible());
        window.await("the form", () -> window.hasText("Naming rule"));
        user.type("collection");
        window.press(KeyCode.TAB);
        user.type("environment");
        window.press(KeyCode.ENTER);
        window.await("no form", () -> !window.hasText("Naming rule"));
    }

    private void generate() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        user.typeInto("#secret-name", "generated name");
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.await("the generator", () -> window.has("#regenerate"));
        window.click("Use value");
        window.await("no generator", () -> !window.has("#regenerate"));
        user.save();
    }

    private void importFile() {
        ToolkitTest.runOnFx(() -> window.model().sheets().ofFiles().importFile(Optional.of(env)));
        window.click("Import 2 secrets");
        window.click("Close");
        user.noSheet();
    }

    private void tag() throws IOException {
        user.selectFirst();
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.await("the form", () -> window.hasText("No tags yet") || window.hasText("Save tags"));
        user.type("second tag");
        window.press(KeyCode.ENTER);
        window.click("Save tags");
    }

    private void leaveDraft() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        user.typeInto("#secret-name", "first draft name");
        user.typeInto("#secret-value", "first draft value");
    }

    private void unlockWithCode() throws IOException {
        window.awaitFocus(SecretField.class);
        window.click("Use the recovery code instead");
        window.awaitFocus(SecretField.class);
        user.type("typed recovery code");
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
    }

    private void unlock(String password) throws IOException {
        window.awaitFocus(SecretField.class);
        user.type("wrong password");
        window.press(KeyCode.ENTER);
        window.await("the refusal", () -> window.hasText("This password does not open the vault"));
        window.awaitFocus(SecretField.class);
        user.type(password);
        window.press(KeyCode.ENTER);
        window.await("the vault", () -> window.model().open().isPresent());
        user.swept();
    }

    private void restore() {
        window.clickOn("#restore-draft");
        window.await("the editor", () -> window.has("#secret-name"));
        user.save();
    }

    private void edit() throws IOException {
        user.selectFirst();
        window.press(KeyCode.CONTROL, KeyCode.E);
        user.typeInto("#description", "edited description");
        user.save();
    }

    private void trash() {
        user.selectFirst();
        window.press(KeyCode.DELETE);
        window.await("one in the trash", () -> counts().trash() == 1);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await("an empty trash", () -> counts().trash() == 0);
    }

    private void look() {
        user.selectFirst();
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
        user.type("search");
    }

    private void draft() throws IOException {
        window.press(KeyCode.CONTROL, KeyCode.N);
        user.typeInto("#secret-name", "draft name");
        user.typeInto("#secret-value", "draft value");
        window.press(KeyCode.CONTROL, KeyCode.R);
    }

    private void lock() {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.await("the lock", () -> window.model().open().isEmpty());
        window.await("the wiped screen", () -> !window.has(".table-view"));
        user.swept();
    }

    private Counts counts() {
        return window.model().open().orElseThrow().vault().catalog().counts();
    }
}
