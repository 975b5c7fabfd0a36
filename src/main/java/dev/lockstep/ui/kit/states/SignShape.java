package dev.lockstep.ui.kit.states;

import javafx.scene.layout.Region;

/** The shape of a state, 12 pixels a side. It says nothing to a screen reader: name the control it stands in. */
public final class SignShape extends Region {
    /** Shows nothing yet. */
    public SignShape() {}

    public SignShape(Sign sign) {
        show(sign);
    }

    /** Becomes the shape of another state. */
    public void show(Sign sign) {
        getStyleClass().setAll("sign", sign.style());
    }
}
