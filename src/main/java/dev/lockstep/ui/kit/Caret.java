package dev.lockstep.ui.kit;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** The line between two characters where typing goes on; it blinks while it is on. */
final class Caret extends Rectangle {
    private static final Duration HALF = Duration.millis(530);

    private final Timeline blinking = new Timeline(new KeyFrame(HALF, over -> setOpacity(1 - getOpacity())));

    Caret() {
        super(1, 0);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        blinking.setCycleCount(Timeline.INDEFINITE);
    }

    /** Stands at a place of the page, visible from now on. */
    void standAt(double x, double y, double height) {
        setX(Math.rint(x));
        setY(Math.rint(y));
        setHeight(height);
        setVisible(true);
        setOpacity(1);
        blinking.playFromStart();
    }

    void rest() {
        blinking.stop();
        setVisible(false);
    }
}
