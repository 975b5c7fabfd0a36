package dev.lockstep.ui.kit;

import javafx.beans.property.ReadOnlyIntegerPropertyBase;

/** How often a text was changed. Unlike other properties it tells of every step, also to bindings that look at the text and never at it. */
final class Edits extends ReadOnlyIntegerPropertyBase {
    private final Object field;
    private int count;

    Edits(Object field) {
        this.field = field;
    }

    void set(int now) {
        if (now != count) {
            count = now;
            fireValueChangedEvent();
        }
    }

    @Override
    public int get() {
        return count;
    }

    @Override
    public Object getBean() {
        return field;
    }

    @Override
    public String getName() {
        return "edits";
    }
}
