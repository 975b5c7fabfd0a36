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

    /**
     * Shows a message until its time is over, its action is taken or it is dismissed. One with an action takes the place of those before it:
     * what they offered, such as to undo, is not what comes next any more.
     */
    public void show(Toast toast) {
        if (toast.action() != null) {
            stack.getChildren().removeIf(card -> ((ToastCard) card).hasAction());
        }
        if (stack.getChildren().size() == MOST) {
            stack.getChildren().removeFirst();
        }
        ToastCard card = new ToastCard(toast, gone -> stack.getChildren().remove(gone));
        stack.getChildren().add(card);
        card.appear();
    }

    /** Shows messages at the upper edge instead of the lower one, where they would lie on the buttons of a sheet. */
    public void atTop(boolean top) {
        Pos place = top ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER;
        stack.setAlignment(place);
        setAlignment(stack, place);
    }

    /** Takes all messages away at once, as when the vault is locked. */
    public void clear() {
        stack.getChildren().clear();
    }
}
