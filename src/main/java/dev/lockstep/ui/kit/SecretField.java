package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A field for one line of secret text. What is typed goes, character by character, into a wiped buffer; it is never a {@link String}, never
 * the text of a node, and cannot be copied out. Line ends in pasted text are left out. Ctrl+R shows and hides it, as its eye does.
 */
public final class SecretField extends SecretInput {
    private static final double EYE = 28;

    private final Rows rows;
    private final Page page = new Page(this::draw);
    private final Label capsLock = new Label(Text.of("secret.caps-lock"));
    private final Eye eye;
    private final EditKeys keys;
    private Runnable onEnter = () -> {};
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
        super(limit, false);
        rows = new Rows(buffer(), false);
        eye = new Eye(revealedProperty());
        keys = new EditKeys(editing(), this::masked, this::paste);
        getStyleClass().addAll("text-input", "text-field", "secret-field");
        capsLock.getStyleClass().addAll("chip", "chip-warn");
        capsLock.setVisible(false);
        getChildren().addAll(page, prompt(), capsLock, eye);
        listen(this, page.caret());
        addEventHandler(KeyEvent.KEY_RELEASED, key -> judgeCapsLock());
        revealedProperty().subscribe(this::refresh);
        focusedProperty().subscribe(() -> {
            judgeCapsLock();
            refresh();
        });
    }

    /** Says what Enter does; without it Enter reaches the default button. */
    public void setOnEnter(Runnable action) {
        onEnter = action;
        enterUsed = true;
    }

    @Override
    boolean typed(KeyEvent key) {
        judgeCapsLock();
        if (key.getCode() == KeyCode.ENTER && enterUsed) {
            onEnter.run();
            return true;
        }
        return keys.pressed(key);
    }

    @Override
    int indexAt(MouseEvent mouse) {
        double x = mouse.getX() - page.getLayoutX() + left;
        return rows.indexAt(0, x / page.grid().cell());
    }

    @Override
    void refresh() {
        rows.lay(Integer.MAX_VALUE, masked());
        prompt().setVisible(buffer().isEmpty() && !isFocused());
        draw();
        tell();
    }

    private void draw() {
        if (getScene() == null) {
            return;
        }
        if (!isFocused() && masked()) {
            page.conceal(buffer().isEmpty() ? 0 : Page.FIXED);
            return;
        }
        scroll();
        Page.View view = new Page.View(
                masked(), left, 0, editing().selectionStart(), editing().selectionEnd());
        page.draw(buffer(), rows, view);
        if (isFocused()) {
            page.placeCaret(rows, editing().caret(), view);
        } else {
            page.hideCaret();
        }
    }

    private void scroll() {
        double cell = page.grid().cell();
        double room = page.getWidth() - 2;
        double caret = rows.columnOf(editing().caret()) * cell;
        double end = rows.columnOf(buffer().length()) * cell;
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
        prompt().resizeRelocate(inside.getLeft(), inside.getTop(), width, height);
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
