package dev.lockstep.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * Whether the user is at the window that a node is in: while it has the focus of the system. Menus and other popups leave the focus with the
 * window that they belong to; another window, also a file dialog of this program, takes it.
 */
public final class Attention {
    private Attention() {}

    /** Does something whenever the window of a node loses the focus, or the node leaves a window that has it; as long as the node lives. */
    public static void whenLost(Node node, Runnable action) {
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false)
                .subscribe((had, has) -> {
                    if (had && !has) {
                        action.run();
                    }
                });
    }
}
