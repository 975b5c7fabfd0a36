package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import java.util.Optional;
import javafx.application.Platform;
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
 * A field for one line of secret text. What is typed goes, character by character, into a wiped buffer; it is never a {@link String}, never
 * the text of a node, and cannot be copied out. Line ends in pasted text are left out. Ctrl+R shows and hides it, as its eye does.
 */
public final class SecretField extends Region {
    private static final double EYE = 28;

    private final SecretBuffer buffer;
    private final Editing editing;
    private final Rows rows;
    private final Page page = new Page(this::draw);
    private final Label prompt = new Label();
    private final Label capsLock = new Label(Text.of("secret.caps-lock"));
    private final Edits edits = new Edits(this);
    private final BooleanProperty revealed = new SimpleBooleanProperty(this, "revealed");
    private final Eye eye = new Eye(revealed);
    private final EditKeys keys;
    private Runnable onEnter = () -> {};
    private Runnable onTooLong = () -> {};
    private boolean enterUsed;
    private double left;

    /** An empty field for a password. */
    public SecretField() {
        this(Passphrase.MAX_LENGTH);
    }

    /**
     * An empty field.
     *
     * @param limit the most UTF-16 units it takes
     */
    public SecretField(int limit) {
        buffer = new SecretBuffer(limit);
        editing = new Editing(buffer);
        rows = new Rows(buffer, false);
        keys = new EditKeys(editing, () -> !revealed.get(), this::paste);
        getStyleClass().addAll("text-input", "text-field", "secret-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setFocusTraversable(true);
        prompt.getStyleClass().add("secret-prompt");
        prompt.setMouseTransparent(true);
        capsLock.getStyleClass().addAll("chip", "chip-warn");
        capsLock.setVisible(false);
        getChildren().addAll(page, prompt, capsLock, eye);
        listen();
    }

    private void listen() {
        Typing typing = new Typing(this, editing, this::refresh, () -> onTooLong.run());
        typing.listen(this::pressed, page.caret());
        typing.offerMenu(this::paste);
        addEventHandler(KeyEvent.KEY_RELEASED, key -> judgeCapsLock());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
        revealed.subscribe(this::refresh);
        focusedProperty().subscribe(() -> {
            judgeCapsLock();
            refresh();
        });
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
        refresh();
    }

    /**
     * Puts a value in place of what was typed.
     *
     * @return whether it is UTF-8 text that fits; if not, nothing is changed
     */
    public boolean load(SecretValue value) {
        if (!buffer.load(value)) {
            return false;
        }
        editing.replaced();
        refresh();
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

    /** Says what Enter does; without it Enter reaches the default button. */
    public void setOnEnter(Runnable action) {
        onEnter = action;
        enterUsed = true;
    }

    /** Says what happens when typed or pasted text does not fit; the text is then as it was. */
    public void setOnTooLong(Runnable action) {
        onTooLong = action;
    }

    private boolean pressed(KeyEvent key) {
        judgeCapsLock();
        if (key.getCode() == KeyCode.ENTER && enterUsed) {
            onEnter.run();
            return true;
        }
        if (key.getCode() == KeyCode.R && key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown()) {
            revealed.set(!revealed.get());
            return true;
        }
        return keys.pressed(key);
    }

    private void paste(Editing into) {
        if (!InsecureText.paste(into, false)) {
            onTooLong.run();
        }
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

    private int indexAt(MouseEvent mouse) {
        double x = mouse.getX() - page.getLayoutX() + left;
        return rows.indexAt(0, x / page.grid().cell());
    }

    private void refresh() {
        rows.lay(Integer.MAX_VALUE, !revealed.get());
        prompt.setVisible(buffer.isEmpty() && !isFocused());
        draw();
        edits.set(editing.version());
    }

    private void draw() {
        if (getScene() == null) {
            return;
        }
        if (!isFocused() && !revealed.get()) {
            page.conceal(buffer.isEmpty() ? 0 : Page.FIXED);
            return;
        }
        scroll();
        Page.View view = new Page.View(!revealed.get(), left, 0, editing.selectionStart(), editing.selectionEnd());
        page.draw(buffer, rows, view);
        if (isFocused()) {
            page.placeCaret(rows, editing.caret(), view);
        } else {
            page.hideCaret();
        }
    }

    private void scroll() {
        double cell = page.grid().cell();
        double room = page.getWidth() - 2;
        double caret = rows.columnOf(editing.caret()) * cell;
        double end = rows.columnOf(buffer.length()) * cell;
        left = Math.min(left, Math.max(0, end - room));
        left = Math.min(caret, Math.max(left, caret - room));
    }

    private void judgeCapsLock() {
        Optional<Boolean> locked = Platform.isKeyLocked(KeyCode.CAPS);
        capsLock.setVisible(isFocused() && locked.orElse(false));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double height = getHeight() - inside.getTop() - inside.getBottom();
        double right = getWidth() - EYE - 4;
        eye.resizeRelocate(right, (getHeight() - EYE) / 2, EYE, EYE);
        if (capsLock.isVisible()) {
            double wide = capsLock.prefWidth(-1);
            double high = capsLock.prefHeight(-1);
            right -= wide + 4;
            capsLock.resizeRelocate(right, (getHeight() - high) / 2, wide, high);
        }
        double width = Math.max(0, right - 4 - inside.getLeft());
        page.resizeRelocate(inside.getLeft(), inside.getTop(), width, height);
        prompt.resizeRelocate(inside.getLeft(), inside.getTop(), width, height);
        page.layout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 96;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + page.grid().line() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }
}
