package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import javafx.scene.layout.Region;

/** A drawing of a secret value, or of eight bullets in its place. */
public final class SecretLabel extends Region {
    private final SecretBuffer shown = new SecretBuffer(SecretValue.MAX_SIZE);

    /** Shows eight bullets. */
    public SecretLabel() {
        getStyleClass().add("secret-label");
    }

    /** Draws a value; the caller may close it at once. A value that is not UTF-8 text is described by its size. */
    public void show(SecretValue value) {
        shown.load(value);
    }

    /** Draws eight bullets and wipes what was drawn. */
    public void mask() {
        shown.clear();
    }

    /** Says that the value is empty. */
    public void showEmpty() {
        shown.clear();
    }
}
