package dev.lockstep.ui.kit;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * A surface on which the visible rows of a text are drawn, glyph by glyph: no node, no accessibility tree and no text layout ever gets
 * more than one character. Whatever leaves the scene leaves no picture behind.
 */
final class Page extends Region {
    /** How many bullets stand for a text whose length is not to be told. */
    static final int FIXED = 8;

    /** A page without a window is drawn for a printer, which has finer dots than the 72 an inch that it is laid out with. */
    private static final double PAPER = 4;

    private final Ink ink;
    private final Caret caret = new Caret();
    private final Runnable changed;
    private Canvas canvas = new Canvas();
    private Grid grid;
    private double zoom = 1;

    /**
     * @param changed called when it has to be drawn anew: another size, other colours, another font
     */
    Page(Runnable changed) {
        this.changed = changed;
        setManaged(false);
        setMouseTransparent(true);
        ink = new Ink(this::restyled);
        grid = Grid.of(ink.font());
        setClip(new Rectangle());
        getChildren().addAll(ink, canvas, caret);
        localToSceneTransformProperty().subscribe(this::rezoom);
        sceneProperty().flatMap(Scene::windowProperty).subscribe(this::rezoom);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                discard();
            }
        });
    }

    /** What to draw: the text's rows from a distance to the left and from the top, in pixels, and what is selected there. */
    record View(boolean masked, double left, double top, int from, int to) {}

    Grid grid() {
        return grid;
    }

    private void restyled() {
        Grid now = Grid.of(ink.font());
        grid = now;
        caret.setFill(ink.caret());
        changed.run();
    }

    /** A canvas is not redrawn by the toolkit when something above it is scaled: it gets as many pixels as will be seen. */
    private void rezoom() {
        double now = getLocalToSceneTransform().getMxx() * (onPaper() ? PAPER : 1);
        if (now > 0 && Math.abs(now - zoom) > 0.001) {
            zoom = now;
            size();
            changed.run();
        }
    }

    private boolean onPaper() {
        return getScene() != null && getScene().getWindow() == null;
    }

    private void size() {
        setClip(new Rectangle(getWidth(), getHeight()));
        canvas.setWidth(Math.ceil(getWidth() * zoom));
        canvas.setHeight(Math.ceil(getHeight() * zoom));
        canvas.getTransforms().setAll(new Scale(1 / zoom, 1 / zoom));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != Math.ceil(getWidth() * zoom) || canvas.getHeight() != Math.ceil(getHeight() * zoom)) {
            size();
            changed.run();
        }
    }

    /** Removes the picture together with what the toolkit kept to draw it. */
    void discard() {
        caret.rest();
        getChildren().remove(canvas);
        canvas = new Canvas();
        getChildren().add(1, canvas);
        requestLayout();
    }

    /** Draws a fixed number of bullets, or nothing. */
    void conceal(int bullets) {
        Pen pen = fresh();
        for (int i = 0; i < bullets; i++) {
            pen.bullet(i * grid.cell(), 0);
        }
        caret.rest();
    }

    /** Draws the rows that can be seen. */
    void draw(CharSequence text, Rows rows, View view) {
        Pen pen = fresh();
        int first = Math.max(0, (int) Math.floor(view.top() / grid.line()));
        int last = Math.min(rows.count() - 1, (int) Math.floor((view.top() + getHeight()) / grid.line()));
        for (int row = first; row <= last; row++) {
            new RowDrawing(pen, grid, text, rows, view).draw(row, getWidth());
        }
    }

    /** Draws something else in place of rows. */
    void paint(Consumer<Pen> drawing) {
        drawing.accept(fresh());
        caret.rest();
    }

    /** Shows the caret before a place of the text. */
    void placeCaret(Rows rows, int index, View view) {
        double x = rows.columnOf(index) * grid.cell() - view.left();
        double y = rows.rowOf(index) * grid.line() - view.top();
        caret.standAt(x, y, grid.line());
    }

    void hideCaret() {
        caret.rest();
    }

    Caret caret() {
        return caret;
    }

    private Pen fresh() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.scale(zoom, zoom);
        return new Pen(context, grid, ink);
    }
}
