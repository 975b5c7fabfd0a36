package dev.lockstep.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The mark of the program. */
public final class Mark {
    private Mark() {}

    /** The mark as a square of a size in pixels. */
    public static Node of(double size) {
        StackPane mark = new StackPane(Icon.of(Feather.LOCK));
        mark.setMaxSize(size, size);
        mark.setMinSize(size, size);
        mark.getStyleClass().add("mark");
        return mark;
    }
}
