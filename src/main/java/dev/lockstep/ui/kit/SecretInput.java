package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * What the fields for secret text have in common: a wiped buffer, how text gets into it and none out, and whether it is drawn or masked. It is
 * masked again when the window loses the focus.
 */
abstract sealed class SecretInput extends Region permits SecretArea, SecretField {
    private final SecretBuffer buffer;
    private final Editing editing;
    private final boolean lines;
    private final Label prompt = new Label();
    private final Edits edits = new Edits(this);
    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed");
    private Runnable onTooLong = () -> {};

    /**
     * An empty field.
     *
     * @param limit the most UTF-16 units it takes
     * @param lines whether it takes line ends
     */
    SecretInput(int limit, boolean lines) {
        this.buffer = new SecretBuffer(limit);
        this.editing = new Editing(buffer);
        this.lines = lines;
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setFocusTraversable(true);
        prompt.getStyleClass().add("secret-prompt");
        prompt.setMouseTransparent(true);
    }

    /** Begins to listen to keys, and to the mouse on what shows the text. */
    final void listen(Node surface, Caret caret) {
        Typing typing = new Typing(this, editing, this::refresh, this::refuse);
        typing.listen(this::pressed, caret);
        typing.offerMenu(this::paste);
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                revealed.set(false);
            }
        });
        Attention.whenLost(this, () -> revealed.set(false));
    }

    /** Draws what changed: text, caret or selection. */
    abstract void refresh();

    /** The place in the text under the mouse. */
    abstract int indexAt(MouseEvent mouse);

    /** Does what a key means in this field; tells whether it meant anything. */
    abstract boolean typed(KeyEvent key);

    final Editing editing() {
        return editing;
    }

    final Label prompt() {
        return prompt;
    }

    final boolean masked() {
        return !revealed.get();
    }

    /** How often the text was changed when {@link #tell} was called last. */
    final int told() {
        return edits.get();
    }

    /** Lets listeners know of changes of the text. */
    final void tell() {
        edits.set(editing.version());
    }

    final void refuse() {
        onTooLong.run();
    }

    final void paste(Editing into) {
        if (!InsecureText.paste(into, lines)) {
            refuse();
        }
    }

    /** What was typed; it stays the field's own. */
    public final SecretBuffer buffer() {
        return buffer;
    }

    /** Wipes what was typed. */
    public final void clear() {
        editing.clear();
        refresh();
    }

    /**
     * Puts a value in place of what was typed.
     *
     * @return whether it is UTF-8 text that fits; if not, nothing is changed
     */
    public final boolean load(SecretValue value) {
        if (!buffer.load(value)) {
            return false;
        }
        editing.replaced();
        if (lines) {
            editing.moveTo(0, false);
        }
        refresh();
        return true;
    }

    /** Says what to type, in grey while the field is empty, and to a screen reader. */
    public final void setPrompt(String words) {
        prompt.setText(words);
        setAccessibleText(words);
    }

    /** Grows by one with every change of the text. */
    public final ReadOnlyIntegerProperty editsProperty() {
        return edits;
    }

    /** Whether the characters are drawn rather than bullets. Nothing but the user and a timer turns it; the loss of the window's focus ends it. */
    public final BooleanProperty revealedProperty() {
        return revealed;
    }

    /** Says what happens when typed or pasted text does not fit; the text is then as it was. */
    public final void setOnTooLong(Runnable action) {
        onTooLong = action;
    }

    private boolean pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.R && key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown()) {
            revealed.set(!revealed.get());
            return true;
        }
        return typed(key);
    }

    private void mousePressed(MouseEvent mouse) {
        requestFocus();
        if (mouse.getButton() == MouseButton.PRIMARY) {
            editing.moveTo(indexAt(mouse), mouse.isShiftDown());
            if (mouse.getClickCount() == 2 && revealed.get()) {
                editing.selectWord(editing.caret());
            } else if (mouse.getClickCount() >= 2) {
                editing.selectAll();
            }
            refresh();
        }
        mouse.consume();
    }

    private void mouseDragged(MouseEvent mouse) {
        if (mouse.getButton() == MouseButton.PRIMARY) {
            editing.moveTo(indexAt(mouse), true);
            refresh();
        }
        mouse.consume();
    }
}
