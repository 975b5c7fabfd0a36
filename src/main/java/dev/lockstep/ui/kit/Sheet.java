package dev.lockstep.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A panel over a screen that keeps the keyboard to itself until it is closed, by {@link #close} or by Esc that its content did not use. */
public final class Sheet {
    /** Style class of the node that gets the keyboard when the panel opens and where it was lost; without one it is the first that can have it. */
    public static final String FIRST_FOCUS = "first-focus";

    private final StackPane host;
    private final Parent content;
    private final StackPane layer = new StackPane();
    private final @Nullable Node focusedBefore;
    private final ChangeListener<@Nullable Node> keeper = (owner, before, now) -> keep(now);
    private final EventHandler<KeyEvent> guard = this::guard;
    private Runnable closed = () -> {};
    private boolean begun;
    private boolean walking;
    private boolean backwards;

    private Sheet(StackPane host, Parent content) {
        this.host = host;
        this.content = content;
        Scene scene = host.getScene();
        focusedBefore = scene == null ? null : scene.getFocusOwner();
        StackPane panel = new StackPane(content);
        panel.getStyleClass().add("sheet-panel");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        layer.getStyleClass().add("sheet-scrim");
        layer.getChildren().add(panel);
        layer.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            walking = key.getCode() == KeyCode.TAB;
            backwards = key.isShiftDown();
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, Sheet::passEscape);
    }

    /** Lays a panel with the content over everything that the host holds, and moves the keyboard into it. */
    public static Sheet over(StackPane host, Parent content) {
        Sheet sheet = new Sheet(host, content);
        host.getChildren().add(sheet.layer);
        Scene scene = host.getScene();
        if (scene != null) {
            scene.focusOwnerProperty().addListener(sheet.keeper);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, sheet.guard);
        }
        Platform.runLater(sheet::begin);
        return sheet;
    }

    /** Says what to do once it is closed. */
    public Sheet onClosed(Runnable action) {
        closed = action;
        return this;
    }

    public boolean showing() {
        return host.getChildren().contains(layer);
    }

    /** Takes the panel away and gives the keyboard back to where it was. Closing twice does nothing. */
    public void close() {
        if (!showing()) {
            return;
        }
        Scene scene = host.getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keeper);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, guard);
        }
        host.getChildren().remove(layer);
        if (focusedBefore != null && Objects.equals(focusedBefore.getScene(), scene)) {
            focusedBefore.requestFocus();
        }
        closed.run();
    }

    /** A list keeps Esc to itself, even where nothing in it can be edited. */
    private static void passEscape(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && key.getTarget() instanceof ListView<?> list && !list.isEditable()) {
            key.consume();
            Parent around = list.getParent();
            Event.fireEvent(around, key.copyFor(around, around));
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            close();
        }
    }

    private void keep(@Nullable Node owner) {
        if (isTop() && !holds(owner)) {
            Platform.runLater(this::enter);
        }
    }

    /** A key that comes before the keyboard did belongs to the panel, not to what lies under it. */
    private void guard(KeyEvent key) {
        if (showing() && isTop() && !(key.getTarget() instanceof Node target && holds(target))) {
            key.consume();
            begin();
            Node owner = host.getScene().getFocusOwner();
            Node target = holds(owner) ? Objects.requireNonNull(owner) : layer;
            Event.fireEvent(target, key.copyFor(target, target));
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            if (showing() && isTop()) {
                focusFirst();
            }
        }
        enter();
    }

    private void focusFirst() {
        layer.applyCss(); // panes that scroll hold their content only once they are styled
        Node first = content.lookup("." + FIRST_FOCUS);
        if (first != null) {
            first.requestFocus();
        }
    }

    private void enter() {
        Scene scene = host.getScene();
        if (scene == null || !showing() || !isTop() || holds(scene.getFocusOwner())) {
            return;
        }
        if (!walking) {
            focusFirst();
        }
        if (!holds(scene.getFocusOwner())) {
            enterAtEnd();
        }
    }

    private void enterAtEnd() {
        List<Node> stops = new ArrayList<>();
        collectStops(content, stops);
        if (stops.isEmpty()) {
            content.requestFocus();
        } else {
            (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
        }
    }

    private static void collectStops(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectStops(child, stops));
        }
    }

    private boolean isTop() {
        return host.getChildren().getLast().equals(layer);
    }

    private boolean holds(@Nullable Node node) {
        return holds(layer, node);
    }

    /** Whether the node is this parent or somewhere in it. What JavaFX says of the keyboard being within lies after nodes were taken away. */
    static boolean holds(Parent parent, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }
}
