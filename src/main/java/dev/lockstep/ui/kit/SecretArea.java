package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretValue;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A field for secret text of several lines, up to 1 MiB, taken exactly as typed or pasted. What is typed goes into a wiped buffer and is
 * drawn glyph by glyph, only the visible rows. Enter adds a line end, Tab leaves the field, Ctrl+R shows and hides the text; a button for
 * that stands beside it, not in it.
 */
public final class SecretArea extends SecretInput {
    private static final int LEAST_ROWS = 3;
    private static final int USUAL_ROWS = 5;

    private final Scroll scroll;
    private final AreaKeys keys;

    /** An empty field. */
    public SecretArea() {
        super(SecretValue.MAX_SIZE, true);
        scroll = new Scroll(buffer());
        keys = new AreaKeys(editing(), scroll, new EditKeys(editing(), this::masked, this::paste));
        getStyleClass().addAll("text-input", "secret-area");
        getChildren().addAll(scroll, prompt());
        listen(scroll, scroll.page().caret());
        addEventHandler(MouseEvent.MOUSE_PRESSED, mouse -> requestFocus());
        revealedProperty().subscribe(this::relay);
        focusedProperty().subscribe(this::relay);
    }

    @Override
    boolean typed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isAltDown()) {
            if (!editing().replaceSelection("\n")) {
                refuse();
            }
            return true;
        }
        return keys.pressed(key);
    }

    @Override
    int indexAt(MouseEvent mouse) {
        return scroll.indexAt(mouse.getX(), mouse.getY());
    }

    @Override
    void refresh() {
        prompt().setVisible(buffer().isEmpty() && !isFocused());
        if (told() != editing().version()) {
            scroll.lay(look());
        } else {
            scroll.look(look());
        }
        scroll.reveal(editing().caret());
        tell();
    }

    private void relay() {
        prompt().setVisible(buffer().isEmpty() && !isFocused());
        scroll.lay(look());
        scroll.reveal(editing().caret());
    }

    private Scroll.Look look() {
        return new Scroll.Look(
                masked(),
                masked() && !isFocused(),
                editing().selectionStart(),
                editing().selectionEnd(),
                isFocused() ? editing().caret() : -1);
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double width = getWidth() - inside.getLeft() - 2;
        scroll.resizeRelocate(
                inside.getLeft(), inside.getTop(), width, getHeight() - inside.getTop() - inside.getBottom());
        double line = scroll.page().grid().line();
        prompt().resizeRelocate(inside.getLeft(), inside.getTop(), width, line);
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
