package dev.lockstep.ui.kit;

import javafx.scene.control.Tooltip;

/** A tooltip that hides by Esc without keeping it from what it is meant for, wherever the pointer happens to rest. */
public final class Tip extends Tooltip {
    public Tip() {
        this("");
    }

    public Tip(String text) {
        super(text);
        setConsumeAutoHidingEvents(false);
    }
}
