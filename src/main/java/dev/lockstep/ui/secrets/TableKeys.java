package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the actions. Those without a modifier, and copying, work in the table only, since elsewhere they belong to text and buttons;
 * there they come before the table's own.
 */
final class TableKeys {
    private TableKeys() {}

    static void onTable(Node table, SecretsViewModel model) {
        table.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> action(event).ifPresent(action -> {
                    event.consume();
                    model.run(action);
                }));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> clearSearch(event, model));
    }

    static void onScreen(Node screen, SecretsViewModel model) {
        screen.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> action(event)
                        .filter(action -> everywhere(action, event))
                        .ifPresent(action -> {
                            event.consume();
                            model.run(action);
                        }));
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> clearSearch(event, model));
    }

    private static void clearSearch(KeyEvent event, SecretsViewModel model) {
        StringProperty text = model.parts().list().textProperty();
        if (Shortcut.CLEAR_SEARCH.matches(event) && !text.get().isEmpty()) {
            event.consume();
            text.set("");
        }
    }

    /** Whether a node or one that holds it is of a kind. */
    static boolean inside(EventTarget target, Class<? extends Node> kind) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && !kind.isInstance(at)) {
            at = at.getParent();
        }
        return at != null;
    }

    private static Optional<Action> action(KeyEvent event) {
        return Arrays.stream(Action.values())
                .filter(action -> action.shortcut()
                        .filter(shortcut -> shortcut.matches(event))
                        .isPresent())
                .findFirst();
    }

    private static boolean everywhere(Action action, KeyEvent event) {
        return action != Action.COPY_VALUE && (event.isShortcutDown() || event.getCode() == KeyCode.F3);
    }
}
