package dev.lockstep.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A screen with passing messages over its lower edge, the newest lowest, three at most. */
public final class ToastPane extends StackPane {
    private static final int MOST = 3;

    private final VBox stack = new VBox(8);

    /** A pane that shows the content and no message yet. */
    public ToastPane(Node content) {
        stack.getStyleClass().add("toasts");
        stack.setAlignment(Pos.BOTTOM_CENTER);
        stack.setPickOnBounds(false);
        stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(stack, Pos.BOTTOM_CENTER);
        getChildren().addAll(content, stack);
    }

    /** Shows a message until its time is over, its action is taken or it is dismissed. */
    public void show(Toast toast) {
        if (stack.getChildren().size() == MOST) {
            take(0);
        }
        ToastCard card = new ToastCard(toast, gone -> stack.getChildren().remove(gone));
        stack.getChildren().add(card);
        card.appear();
    }

    /** Takes all messages away at once, as when the vault is locked. */
    public void clear() {
        while (!stack.getChildren().isEmpty()) {
            take(0);
        }
    }

    private void take(int index) {
        if (stack.getChildren().remove(index) instanceof ToastCard card) {
            card.stop();
        }
    }
}
