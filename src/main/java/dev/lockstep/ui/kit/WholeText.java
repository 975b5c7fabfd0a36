package dev.lockstep.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;

/** Tells a text that is cut for want of room as a whole, in a tooltip. */
public final class WholeText {
    private WholeText() {}

    /** A label in one line for a name, which if it is cut is so in the middle: names often differ at their ends alone. */
    public static Label name(String name, String style) {
        Label label = cutInTheMiddle(new Label(name));
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        label.setAccessibleText(name);
        return label;
    }

    /** The same of a label or cell that has other names later. */
    public static <T extends Labeled> T cutInTheMiddle(T labeled) {
        labeled.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        labeled.setEllipsisString("\u2026");
        return of(labeled);
    }

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
