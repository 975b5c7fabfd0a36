package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.Text;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of what differs between two secret values, glyph by glyph: lines that only the older one has, lines that only the newer one has,
 * a few of those around them, and inside of lines the characters that differ. It leaves nothing drawn when it leaves
 * the scene and when the window loses the focus, whatever its owner knows of that.
 */
public final class SecretDiff extends Region {
    private static final double BAR = 12;
    private static final int MOST_ROWS = 16;

    private final SecretBuffer older = new SecretBuffer(SecretValue.MAX_SIZE);
    private final SecretBuffer newer = new SecretBuffer(SecretValue.MAX_SIZE);
    private final Page page = new Page(this::redraw);
    private final ScrollBar bar = new ScrollBar();
    private @Nullable DiffDrawing drawing;

    /** Shows nothing. */
    public SecretDiff() {
        getStyleClass().add("secret-diff");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Text.of("secret.diff.hidden"));
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::redraw);
        getChildren().addAll(page, bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clear();
            }
        });
        Attention.whenLost(this, this::clear);
    }

    /**
     * Draws the differences; the caller may close the values at once.
     *
     * @return whether both are text; if not, nothing is drawn
     */
    public boolean show(SecretValue former, SecretValue later) {
        clear();
        if (!older.load(former) || !newer.load(later)) {
            clear();
            return false;
        }
        drawing = new DiffDrawing(older, newer);
        setAccessibleText(Text.of("secret.diff.shown"));
        requestLayout();
        redraw();
        return true;
    }

    /** Wipes what was drawn. */
    public void clear() {
        drawing = null;
        older.clear();
        newer.clear();
        page.paint(pen -> {});
        bar.setValue(0);
        bar.setVisible(false);
        setAccessibleText(Text.of("secret.diff.hidden"));
        requestLayout();
    }

    private void wheel(ScrollEvent wheel) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - wheel.getDeltaY(), 0, bar.getMax()));
            wheel.consume();
        }
    }

    private void redraw() {
        DiffDrawing shown = drawing;
        if (shown != null && getScene() != null) {
            page.paint(
                    pen -> shown.draw(pen, page.grid(), Math.rint(bar.getValue()), page.getWidth(), page.getHeight()));
        }
    }

    /** How many cells stand in a row of a width in pixels. */
    private int columns(double width) {
        return Math.max(8, (int) Math.floor((width - BAR - 2) / page.grid().cell()));
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
        page.resizeRelocate(inside.getLeft(), inside.getTop(), width, height);
        bar.resizeRelocate(inside.getLeft() + width - BAR, inside.getTop(), BAR, height);
        page.layout();
        if (drawing != null) {
            drawing.lay(columns(width));
            range(drawing.rows() * page.grid().line(), Math.max(1, height));
            redraw();
        }
    }

    private void range(double whole, double height) {
        double most = Math.max(0, whole - height);
        bar.setVisible(most > 0);
        bar.setMax(most);
        bar.setVisibleAmount(most * height / (most + height));
        bar.setBlockIncrement(height);
        bar.setUnitIncrement(page.grid().line());
        bar.setValue(Math.min(bar.getValue(), most));
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
        int rows = 1;
        if (drawing != null && width > 0) {
            drawing.lay(columns(width - inside.getLeft() - inside.getRight()));
            rows = Math.clamp(drawing.rows(), 1, MOST_ROWS);
        }
        return inside.getTop() + rows * page.grid().line() + inside.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return getInsets().getTop() + 2 * page.grid().line() + getInsets().getBottom();
    }
}
