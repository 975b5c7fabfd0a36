package dev.lockstep.ui.kit;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.transform.Scale;

/** The mark of the program, as the icon draws it, sharp at any size. */
final class Mark {
    private Mark() {}

    /** The mark as a square of a size in pixels. */
    static Node of(double size) {
        SvgDrawing drawing = AppIcon.drawing();
        Group shapes = drawing.group();
        shapes.getTransforms().add(new Scale(size / drawing.width(), size / drawing.height()));
        return new Group(shapes);
    }
}
