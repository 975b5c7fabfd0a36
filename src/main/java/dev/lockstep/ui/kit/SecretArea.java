package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A field for secret text of several lines, up to 1 MiB, taken exactly as typed or pasted. What is typed goes into a wiped buffer and is
 * drawn glyph by glyph, only the visible rows. Enter adds a line end, Tab leaves the field, Ctrl+R shows and hides the text; a button for
 * that stands beside it, not in it.
 */
public final class SecretArea extends Region {
    private static final int LEAST_ROWS = 3;
    private static final int USUAL_ROWS = 5;

    private final SecretBuffer buffer = new SecretBuffer(SecretValue.MAX_SIZE);
    private final Editing editing = new Editing(buffer);
    private final Scroll scroll = new Scroll(buffer);
    private final AreaKeys keys;
    private final Label prompt = new Label();
    private final Edits edits = new Edits(this);
    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed");
    private Runnable onTooLong = () -> {};

    /** An empty field. */
    public SecretArea() {
        keys = new AreaKeys(editing, scroll, new EditKeys(editing, () -> !revealed.get(), this::paste));
        getStyleClass().addAll("text-input", "secret-area");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setFocusTraversable(true);
        prompt.getStyleClass().add("secret-prompt");
        prompt.setMouseTransparent(true);
        getChildren().addAll(scroll, prompt);
        listen();
    }

    private void listen() {
        Typing typing = new Typing(this, editing, this::edited, () -> onTooLong.run());
        typing.listen(this::pressed, scroll.page().caret());
        typing.offerMenu(this::paste);
        scroll.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        scroll.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
        addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> requestFocus());
        revealed.subscribe(this::relay);
        focusedProperty().subscribe(this::relay);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                revealed.set(false);
            }
        });
    }

    /** What was typed; it stays the field's own. */
    public SecretBuffer buffer() {
        return buffer;
    }

    /** Wipes what was typed. */
    public void clear() {
        editing.clear();
        edited();
    }

    /**
     * Puts a value in place of what was typed.
     *
     * @return whether it is UTF-8 text; if not, nothing is changed
     */
    public boolean load(SecretValue value) {
        if (!buffer.load(value)) {
            return false;
        }
        editing.replaced();
        editing.moveTo(0, false);
        edited();
        return true;
    }

    /** Says what to type, in grey while the field is empty, and to a screen reader. */
    public void setPrompt(String words) {
        prompt.setText(words);
        setAccessibleText(words);
    }

    /** Grows by one with every change of the text. */
    public ReadOnlyIntegerProperty editsProperty() {
        return edits;
    }

    /** Whether the characters are drawn rather than bullets. */
    public BooleanProperty revealedProperty() {
        return revealed;
    }

    /** Says what happens when typed or pasted text does not fit; the text is then as it was. */
    public void setOnTooLong(Runnable action) {
        onTooLong = action;
    }

    private boolean pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.R && key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown()) {
            revealed.set(!revealed.get());
            return true;
        }
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isAltDown()) {
            if (!editing.replaceSelection("\n")) {
                onTooLong.run();
            }
            return true;
        }
        return keys.pressed(key);
    }

    private void paste(Editing into) {
        if (!InsecureText.paste(into, true)) {
            onTooLong.run();
        }
    }

    private void mousePressed(MouseEvent mouse) {
        requestFocus();
        if (mouse.getButton() == MouseButton.PRIMARY) {
            editing.moveTo(scroll.indexAt(mouse.getX(), mouse.getY()), mouse.isShiftDown());
            if (mouse.getClickCount() == 2 && revealed.get()) {
                editing.selectWord(editing.caret());
            } else if (mouse.getClickCount() >= 2) {
                editing.selectAll();
            }
            edited();
        }
        mouse.consume();
    }

    private void mouseDragged(MouseEvent mouse) {
        if (mouse.getButton() == MouseButton.PRIMARY) {
            editing.moveTo(scroll.indexAt(mouse.getX(), mouse.getY()), true);
            edited();
        }
        mouse.consume();
    }

    private void edited() {
        prompt.setVisible(buffer.isEmpty() && !isFocused());
        if (edits.get() != editing.version()) {
            scroll.lay(look());
        } else {
            scroll.look(look());
        }
        scroll.reveal(editing.caret());
        edits.set(editing.version());
    }

    private void relay() {
        prompt.setVisible(buffer.isEmpty() && !isFocused());
        scroll.lay(look());
        scroll.reveal(editing.caret());
    }

    private Scroll.Look look() {
        boolean masked = !revealed.get();
        return new Scroll.Look(
                masked,
                masked && !isFocused(),
                editing.selectionStart(),
                editing.selectionEnd(),
                isFocused() ? editing.caret() : -1);
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double width = getWidth() - inside.getLeft() - 2;
        scroll.resizeRelocate(
                inside.getLeft(), inside.getTop(), width, getHeight() - inside.getTop() - inside.getBottom());
        double line = scroll.page().grid().line();
        prompt.resizeRelocate(inside.getLeft(), inside.getTop(), width, line);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rowsHigh(USUAL_ROWS);
    }

    @Override
    protected double computeMinHeight(double width) {
        return rowsHigh(LEAST_ROWS);
    }

    private double rowsHigh(int rows) {
        return getInsets().getTop()
                + rows * scroll.page().grid().line()
                + getInsets().getBottom();
    }
}
