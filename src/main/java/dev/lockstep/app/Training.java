package dev.lockstep.app;

import dev.lockstep.settings.SettingsFile;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.Shortcut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * Plays a user while the build records what the window needs for its start: makes a vault of made-up secrets, looks at everything, locks,
 * unlocks and quits. Each step waits for what the one before it brings about. A step that is waited for in vain ends the process with an
 * error. It does nothing but in a folder of its own, on no real display.
 */
final class Training extends AnimationTimer {
    /** Names the folder of the training, which has to hold all folders of the program; without it nobody plays. */
    static final String PROPERTY = "lockstep.training";

    private static final String PASSWORD = "only for training";
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** How many frames something is left on the screen. */
    private static final int LOOK = 5;

    private static final List<Shortcut> SHEETS = List.of(
            Shortcut.HISTORY,
            Shortcut.GENERATOR,
            Shortcut.HEALTH,
            Shortcut.REMOTES,
            Shortcut.SYNC_PLAN,
            Shortcut.BACKUPS,
            Shortcut.AUDIT,
            Shortcut.EXPORT,
            Shortcut.SETTINGS,
            Shortcut.SHORTCUT_SHEET);

    /** Parts of the toolkit for real displays, of which each platform has its own. */
    private static final String REAL_DISPLAYS = "com/sun/(glass/ui/(gtk|mac|win)|prism/(es2|d3d|mtl))/[^/]+\\.class";

    private final Scene scene;
    private final Locations locations;
    private final Robot robot = new Robot();
    private final Deque<Step> steps = new ArrayDeque<>();
    private volatile String awaited = "";
    private int frames;

    private record Step(String awaited, BooleanSupplier ready, Runnable action) {}

    private Training(Scene scene, Locations locations) {
        this.scene = scene;
        this.locations = locations;
        create();
        add("one");
        add("two");
        find();
        SHEETS.forEach(this::look);
        then("a list to lock", this::onList, () -> choose(Shortcut.LOCK));
        unlock();
        then("saved settings, which the next start reads", this::settingsAreSaved, () -> choose(Shortcut.QUIT));
    }

    /** Begins to play if the property asks for it, and everything lies in its folder. */
    static void beginIfAsked(Scene scene, Locations locations) {
        String folder = System.getProperty(PROPERTY, "");
        boolean apart = Stream.of(locations.config(), locations.state(), locations.vaults())
                .allMatch(own -> !folder.isEmpty() && own.startsWith(Path.of(folder)));
        if (apart && "Headless".equals(System.getProperty("glass.platform"))) {
            loadRealDisplays();
            Training training = new Training(scene, locations);
            training.start();
            CompletableFuture.delayedExecutor(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .execute(training::fail);
        }
    }

    @Override
    public void handle(long now) {
        Step next = steps.element();
        awaited = next.awaited();
        frames = next.ready().getAsBoolean() ? frames + 1 : 0;
        if (frames > LOOK) {
            frames = 0;
            steps.remove();
            if (steps.isEmpty()) {
                stop();
            }
            next.action().run();
        } else if (Files.exists(locations.crashes())) {
            fail();
        }
    }

    /** The steps of the wizard are told apart by what is asked on them. */
    private void create() {
        then("the first screen", () -> offered(Shortcut.NEW_VAULT).isPresent(), () -> choose(Shortcut.NEW_VAULT));
        next("a name", () -> defaultButton().isPresent() && !has(SecretField.class));
        then(
                "two fields for the password",
                () -> all(SecretField.class).count() == 2,
                () -> all(SecretField.class).forEach(field -> {
                    field.requestFocus();
                    type(PASSWORD);
                }));
        next("two passwords", () -> defaultButton().isPresent());
        then(
                "the recovery code",
                () -> has(CheckBox.class),
                () -> all(CheckBox.class).forEach(CheckBox::fire));
        next("a stored code", () -> defaultButton().isPresent());
        next("the defaults", () -> has(ComboBox.class) && defaultButton().isPresent());
        next("the last page", () -> has(RadioButton.class) && defaultButton().isPresent());
    }

    private void add(String name) {
        then("a list to add to", this::onList, () -> choose(Shortcut.NEW_SECRET));
        then("the editor", () -> found("#secret-name"), () -> type(name));
        then("the value", () -> found("#secret-value"), () -> {
            scene.lookup("#secret-value").requestFocus();
            type("made up");
        });
        then(
                "what can be saved",
                () -> found("#save") && !scene.lookup("#save").isDisabled(),
                () -> all(Button.class)
                        .filter(button -> "save".equals(button.getId()))
                        .forEach(Button::fire));
    }

    private void find() {
        then("a list to search", this::onList, () -> choose(Shortcut.SEARCH));
        then("the search", this::onList, () -> type("on"));
        then("what was found", this::onList, () -> robot.keyType(KeyCode.DOWN));
        then("a secret to reveal", this::onList, () -> choose(Shortcut.REVEAL));
        then("a secret to copy", this::onList, () -> choose(Shortcut.COPY_VALUE));
        look(Shortcut.EDIT);
    }

    private void look(Shortcut sheet) {
        then("a list, for " + sheet, this::onList, () -> choose(sheet));
        then(sheet + " on the screen", () -> found(".sheet-panel"), () -> robot.keyType(KeyCode.ESCAPE));
    }

    private void unlock() {
        then("the field of the password", () -> scene.getFocusOwner() instanceof SecretField, () -> type(PASSWORD));
        then("the typed password", () -> defaultButton().isPresent(), () -> robot.keyType(KeyCode.ENTER));
        then("the list once more", this::onList, () -> robot.keyType(KeyCode.DOWN));
    }

    private boolean settingsAreSaved() {
        return new SettingsFile(locations.settings()).load() instanceof SettingsFile.Loaded.Read;
    }

    private void then(String awaited, BooleanSupplier ready, Runnable action) {
        steps.add(new Step(awaited, ready, action));
    }

    private void next(String awaited, BooleanSupplier ready) {
        then(awaited, ready, () -> defaultButton().ifPresent(Button::fire));
    }

    /** The menu leaves out what is done with secrets while a sheet is over them. */
    private boolean onList() {
        return offered(Shortcut.NEW_SECRET).isPresent();
    }

    private boolean found(String query) {
        return scene.lookup(query) != null;
    }

    private boolean has(Class<? extends Node> type) {
        return all(type).findAny().isPresent();
    }

    private Optional<Button> defaultButton() {
        return all(Button.class)
                .filter(button -> button.isDefaultButton() && !button.isDisabled())
                .findFirst();
    }

    private <T extends Node> Stream<T> all(Class<T> type) {
        return below(scene.getRoot()).filter(type::isInstance).map(type::cast).toList().stream();
    }

    private static Stream<Node> below(Node node) {
        Stream<Node> children = node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.of();
        return node.isVisible() ? Stream.concat(Stream.of(node), children.flatMap(Training::below)) : Stream.of();
    }

    /** Does what the menu has under these keys. */
    private void choose(Shortcut shortcut) {
        offered(shortcut).ifPresentOrElse(MenuItem::fire, this::fail);
    }

    private Optional<MenuItem> offered(Shortcut shortcut) {
        return all(MenuBar.class)
                .flatMap(bar -> bar.getMenus().stream())
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> shortcut.combination().equals(item.getAccelerator()))
                .findFirst();
    }

    private void type(String text) {
        text.toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(letter -> letter == ' ' ? KeyCode.SPACE : KeyCode.valueOf(Character.toString(letter)))
                .forEach(robot::keyType);
    }

    private void fail() {
        System.getLogger(Training.class.getName()).log(System.Logger.Level.ERROR, "Waited in vain for {0}", awaited);
        Runtime.getRuntime().halt(1);
    }

    /** No training without a display comes to them by itself. */
    private static void loadRealDisplays() {
        Module toolkit = Scene.class.getModule();
        try (ModuleReader reader = toolkit.getLayer()
                .configuration()
                .findModule(toolkit.getName())
                .orElseThrow()
                .reference()
                .open()) {
            reader.list()
                    .filter(name -> name.matches(REAL_DISPLAYS))
                    .forEach(name -> Class.forName(
                            toolkit, name.substring(0, name.lastIndexOf('.')).replace('/', '.')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
