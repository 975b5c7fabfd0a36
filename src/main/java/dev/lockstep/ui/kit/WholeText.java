package dev.lockstep.ui.kit;

import javafx.scene.control.Labeled;

/** Tells a text that is cut for want of room as a whole, in a tooltip. */
public final class WholeText {
    private WholeText() {}

    /** From now on, with whatever text the label or cell has. */
    public static <T extends Labeled> T of(T labeled) {
        labeled.textTruncatedProperty().subscribe(cut -> tell(labeled));
        labeled.textProperty().subscribe(text -> tell(labeled));
        return labeled;
    }

    private static void tell(Labeled labeled) {
        boolean cut = labeled.isTextTruncated() && labeled.getText() != null;
        labeled.setTooltip(cut ? new Tip(labeled.getText()) : null);
    }
}
