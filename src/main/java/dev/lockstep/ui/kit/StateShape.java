package dev.lockstep.ui.kit;

import javafx.scene.layout.Region;

/** The shape of a state, 12 pixels a side. It says nothing to a screen reader: name the control it stands in. */
public final class StateShape extends Region {
    /** Shows nothing yet. */
    public StateShape() {}

    /** The shape of a sign. */
    public static StateShape of(Sign sign) {
        StateShape shape = new StateShape();
        shape.show(sign);
        return shape;
    }

    /** Takes the shape of another sign; for cells, which make no node when their table scrolls. */
    public void show(Sign sign) {
        getStyleClass().setAll("sign", sign.style());
    }
}
