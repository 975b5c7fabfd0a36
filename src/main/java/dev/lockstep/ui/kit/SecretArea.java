package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A field for secret text of several lines, up to 1 MiB. */
public final class SecretArea extends Region {
    private final SecretBuffer buffer;
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private final BooleanProperty revealed = new SimpleBooleanProperty();

    /** An empty field. */
    public SecretArea() {
        buffer = new SecretBuffer(SecretValue.MAX_SIZE);
        getStyleClass().addAll("text-input", "text-area", "secret-area");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setFocusTraversable(true);
        setOnKeyTyped(key -> {
            if (buffer.insert(buffer.length(), key.getCharacter())) {
                edits.set(edits.get() + 1);
            }
        });
    }

    /** What was typed; it stays the field's own. */
    public SecretBuffer buffer() {
        return buffer;
    }

    /** Wipes what was typed. */
    public void clear() {
        buffer.clear();
        edits.set(edits.get() + 1);
    }

    /**
     * Puts a value in place of what was typed.
     *
     * @return whether it is UTF-8 text that fits; if not, nothing is changed
     */
    public boolean load(SecretValue value) {
        boolean loaded = buffer.load(value);
        edits.set(edits.get() + 1);
        return loaded;
    }

    /** Says what to type, in grey while the field is empty, and to a screen reader. */
    public void setPrompt(String words) {
        setAccessibleText(words);
    }

    /** Grows by one with every change of the text. */
    public ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Whether the characters are drawn rather than bullets. */
    public BooleanProperty revealedProperty() {
        return revealed;
    }
}
