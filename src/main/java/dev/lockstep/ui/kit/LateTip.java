package dev.lockstep.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The tooltip of something that a table has hundreds of. It is made when the pointer first comes, because each tooltip is a window. */
public final class LateTip {
    private final Node node;
    private String words = "";
    private @Nullable Tip tip;

    /** Says nothing until it is told what to say. */
    public LateTip(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> make());
    }

    /** What it says, to a screen reader too; nothing if it is empty. */
    public void say(String now) {
        words = now;
        node.setAccessibleHelp(now.isEmpty() ? null : now);
        if (tip != null) {
            tip.setText(now);
            if (now.isEmpty()) {
                Tooltip.uninstall(node, tip);
                tip = null;
            }
        }
    }

    private void make() {
        if (tip == null && !words.isEmpty()) {
            tip = new Tip(words);
            Tooltip.install(node, tip);
        }
    }
}
