package dev.lockstep.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows a whole screen larger or smaller: laid out in the room that is left at that scale, then scaled. */
final class ZoomPane extends Region {
    private final Parent content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ZoomPane(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void zoom(int percent) {
        scale.setX(percent / 100.0);
        scale.setY(percent / 100.0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
