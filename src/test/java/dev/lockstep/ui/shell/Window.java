package dev.lockstep.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.app.OutsideForTests;
import dev.lockstep.keystore.MemoryKeystore;
import dev.lockstep.settings.SettingsFile;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Preferences;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.TextLayouts;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.TestState;
import dev.lockstep.vault.TestVaults;
import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in one window over folders of a test, with a robot at mouse and keyboard. */
final class Window implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final int MOST_TABS = 40;

    private final FxRobot robot = new FxRobot();
    private final AtomicBoolean quit = new AtomicBoolean();
    private final MemoryKeystore keystore = new MemoryKeystore();
    private final Preferences preferences;
    private final ShellViewModel model;
    private final Stage stage;

    Window(Path folder) {
        this(folder, Optional.empty());
    }

    /** @param first the vault that the program is started on */
    Window(Path folder, Optional<Path> first) {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
        Background background =
                new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, Window::after);
        preferences = ToolkitTest.onFx(() -> new Preferences(file.load().settings(), file, background));
        Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), TestState.FOLDER);
        var services = new ShellViewModel.Services(
                vaults,
                keystore,
                background,
                Clock.systemUTC(),
                new SecureRandom(),
                preferences,
                folder,
                folder.resolve("settings.json"),
                OutsideForTests.make(),
                "0.1.0");
        model = ToolkitTest.onFx(() -> new ShellViewModel(
                services,
                new ShellViewModel.Exits(TextLayouts::forget, () -> {}, Optional.empty(), () -> quit.set(true)),
                first));
        stage = ToolkitTest.onFx(this::show);
        ToolkitTest.settle();
    }

    /** A window over a program that was wired elsewhere. */
    Window(Preferences preferences, ShellViewModel model) {
        this.preferences = preferences;
        this.model = model;
        stage = ToolkitTest.onFx(this::show);
        ToolkitTest.settle();
    }

    private static Background.Cancellable after(java.time.Duration delay, Runnable action) {
        var waiting = java.util.concurrent.CompletableFuture.delayedExecutor(
                delay.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater);
        AtomicReference<Runnable> wanted = new AtomicReference<>(action);
        waiting.execute(() -> {
            Runnable due = wanted.getAndSet(null);
            if (due != null) {
                due.run();
            }
        });
        return () -> wanted.set(null);
    }

    private Stage show() {
        ShellView view = new ShellView(model);
        Scene scene = new Scene(view.root(), 1000, 720);
        Theme.dress(scene);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.titleProperty().bind(view.title());
        shown.setX(0);
        shown.setY(0);
        shown.show();
        Theme.LIGHT.apply();
        return shown;
    }

    ShellViewModel model() {
        return model;
    }

    Stage stage() {
        return stage;
    }

    Preferences preferences() {
        return preferences;
    }

    boolean hasQuit() {
        return quit.get();
    }

    /** Waits until something holds. */
    void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> ToolkitTest.onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what + " on " + ToolkitTest.onFx(this::seen), e);
        }
        ToolkitTest.settle();
    }

    /** The words on the screen and what has the keyboard, to tell why a wait was in vain. */
    private String seen() {
        return robot
                        .lookup(node ->
                                node instanceof Labeled labeled && labeled.isVisible() && labeled.getText() != null)
                        .queryAllAs(Labeled.class)
                        .stream()
                        .map(Labeled::getText)
                        .toList()
                + ", keyboard in "
                + stage.getScene().getFocusOwner();
    }

    /** Waits until a node of this type, or one inside it, has the keyboard. */
    void awaitFocus(Class<? extends Node> type) {
        await("the keyboard in a " + type.getSimpleName(), () -> {
            for (Node at = stage.getScene().getFocusOwner(); at != null; at = at.getParent()) {
                if (type.isInstance(at)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Waits until the node of this id has the keyboard. */
    void awaitFocus(String id) {
        await("the keyboard in " + id, () -> id.equals(focused()));
    }

    private String focused() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /** Moves the keyboard on until it is in the node of this id. */
    void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (id.equals(ToolkitTest.onFx(this::focused))) {
                return;
            }
            press(KeyCode.TAB);
        }
        throw new AssertionError("the keyboard never came to " + id);
    }

    /** Opens a vault with the password of all vaults of tests. */
    void unlock(Path file) {
        ToolkitTest.runOnFx(() -> model.open(file));
        unlock();
    }

    /** Types the password where the keyboard comes to. */
    void unlock() {
        awaitFocus(SecretField.class);
        type(TestVaults.PASSWORD);
        press(KeyCode.ENTER);
        await("the vault", () -> model.open().isPresent());
    }

    /** Clicks the one visible button or the like with these words. */
    void click(String words) {
        await("something to click called " + words, () -> named(words).isPresent());
        robot.clickOn(ToolkitTest.onFx(() -> named(words).orElseThrow()));
        ToolkitTest.settle();
    }

    private java.util.Optional<Node> named(String words) {
        return robot.lookup(node -> node instanceof Labeled labeled
                        && words.equals(labeled.getText())
                        && node.isVisible()
                        && !node.isDisabled()
                        && node.getStyleClass().stream()
                                .anyMatch(
                                        List.of("button", "check-box", "radio-button", "toggle-button", "hyperlink")
                                                ::contains))
                .tryQuery();
    }

    /** Clicks a node by its id or style class. */
    void clickOn(String query) {
        await("a node " + query, () -> robot.lookup(query).tryQuery().isPresent());
        robot.clickOn(query);
        ToolkitTest.settle();
    }

    Node node(String query) {
        return robot.lookup(query).query();
    }

    boolean has(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    /** Whether something visible says these words. */
    boolean hasText(String words) {
        return robot.lookup(
                        node -> node instanceof Labeled labeled && words.equals(labeled.getText()) && node.isVisible())
                .tryQuery()
                .isPresent();
    }

    String textOf(String query) {
        return robot.lookup(query).queryAs(TextInputControl.class).getText();
    }

    /** How many rows the table has. */
    int rows() {
        return robot.lookup(".table-view").queryAs(TableView.class).getItems().size();
    }

    /** The secret fields that are on the screen, from top to bottom. */
    List<SecretField> secretFields() {
        return robot
                .lookup(node -> node instanceof SecretField && node.isVisible())
                .queryAllAs(SecretField.class)
                .stream()
                .toList();
    }

    ListView<?> list(String query) {
        return robot.lookup(query).queryAs(ListView.class);
    }

    void type(String text) {
        robot.write(text, 0);
        ToolkitTest.settle();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        ToolkitTest.settle();
    }

    FxRobot robot() {
        return robot;
    }

    /** Writes the window as it is, in light and in dark. */
    void picture(String name) {
        ToolkitTest.settle();
        assertEquals(List.of(), ToolkitTest.onFx(this::nameless), "each control needs a name for who cannot see it");
        Screens.save(name + "-light", snapshot());
        ToolkitTest.runOnFx(Theme.DARK::apply);
        ToolkitTest.settle();
        Screens.save(name + "-dark", snapshot());
        ToolkitTest.runOnFx(Theme.LIGHT::apply);
        ToolkitTest.settle();
    }

    /** The controls that can have the keyboard and tell a screen reader nothing about themselves. */
    private List<String> nameless() {
        Set<Node> labelled = robot
                .lookup(node -> node instanceof Label label && label.getLabelFor() != null)
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getLabelFor)
                .collect(Collectors.toSet());
        return robot.lookup(node -> node.isFocusTraversable() && node.isVisible()).queryAll().stream()
                .filter(node -> !named(node, labelled)
                        && !(node.getParent() instanceof Control owner && named(owner, labelled)))
                .filter(node -> !(node instanceof Labeled labeled) || blank(labeled.getText()))
                .map(Object::toString)
                .toList();
    }

    private static boolean named(Node node, Set<Node> labelled) {
        return labelled.contains(node) || !blank(node.getAccessibleText());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private WritableImage snapshot() {
        return ToolkitTest.onFx(() -> stage.getScene().snapshot(null));
    }

    @Override
    public void close() {
        ToolkitTest.runOnFx(model::quit);
        await("the end of the program", this::hasQuit);
        ToolkitTest.runOnFx(stage::close);
        assertTrue(quit.get());
    }
}
