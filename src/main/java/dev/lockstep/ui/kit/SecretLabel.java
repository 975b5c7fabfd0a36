package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * A drawing of a secret value, glyph by glyph in a monospaced face, wrapped, with digits and symbols tinted; or eight bullets in its place.
 * Where there is no room for two rows, as in a table, the first row stands in the middle. It masks itself
 * when it leaves the scene and when the window loses the focus, whatever its owner knows of that.
 */
public final class SecretLabel extends Region {
    private static final int MOST_ROWS = 12;

    private final SecretBuffer shown = new SecretBuffer(SecretValue.MAX_SIZE);
    private final Scroll scroll = new Scroll(shown);
    private final Label words = new Label();
    private State state = State.MASKED;

    private enum State {
        SHOWN,
        MASKED,
        TOLD
    }

    /** Shows eight bullets. */
    public SecretLabel() {
        getStyleClass().add("secret-label");
        setAccessibleRole(AccessibleRole.TEXT);
        words.getStyleClass().add("secret-prompt");
        getChildren().addAll(scroll, words);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                leave();
            }
        });
        Attention.whenLost(this, this::leave);
        mask();
    }

    /** Draws a value; the caller may close it at once. An empty value and one that is not UTF-8 text are described in words. */
    public void show(SecretValue value) {
        if (value.size() == 0) {
            showEmpty();
        } else if (shown.load(value)) {
            become(State.SHOWN, "");
            setAccessibleText(Text.of("secret.shown"));
        } else {
            tell(Text.of("secret.binary", value.size()));
        }
    }

    /** Draws eight bullets and wipes what was drawn. */
    public void mask() {
        shown.clear();
        shown.insert(0, "•");
        become(State.MASKED, "");
        setAccessibleText(Text.of("secret.hidden"));
    }

    /** Says that the value is empty, and wipes what was drawn. */
    public void showEmpty() {
        tell(Text.of("secret.empty"));
    }

    private void leave() {
        if (state == State.SHOWN) {
            mask();
        }
    }

    private void tell(String sentence) {
        shown.clear();
        become(State.TOLD, sentence);
        setAccessibleText(sentence);
    }

    private void become(State now, String sentence) {
        state = now;
        words.setText(sentence);
        words.setVisible(now == State.TOLD);
        scroll.setVisible(now != State.TOLD);
        scroll.lay(new Scroll.Look(now != State.SHOWN, now != State.SHOWN, 0, 0, -1));
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        Insets inside = getInsets();
        double width = getWidth() - inside.getLeft() - inside.getRight();
        double height = getHeight() - inside.getTop() - inside.getBottom();
        double line = scroll.page().grid().line();
        double middle = inside.getTop() + Math.max(0, Math.floor((height - line) / 2));
        boolean oneRow = height < 2 * line;
        scroll.resizeRelocate(inside.getLeft(), oneRow ? middle : inside.getTop(), width, oneRow ? line : height);
        words.resizeRelocate(inside.getLeft(), oneRow ? middle : inside.getTop(), width, line);
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
        Insets inside = getInsets();
        double room = width < 0 ? -1 : width - inside.getLeft() - inside.getRight();
        return inside.getTop() + scroll.heightIn(room, 1, MOST_ROWS) + inside.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return getInsets().getTop() + scroll.page().grid().line() + getInsets().getBottom();
    }
}
