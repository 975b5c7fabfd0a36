package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Secret text wrapped to its width, of which the visible rows are drawn, and a scroll bar where it is higher than its room. */
final class Scroll extends Region {
    private static final double BAR = 12;

    private final SecretBuffer text;
    private final Rows rows;
    private final Page page = new Page(this::redraw);
    private final ScrollBar bar = new ScrollBar();
    private Look look = new Look(true, false, 0, 0, -1);

    Scroll(SecretBuffer text) {
        this.text = text;
        rows = new Rows(text, true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setVisible(false);
        bar.valueProperty().subscribe(this::redraw);
        setManaged(false);
        getChildren().addAll(page, bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    /**
     * How the text is to be seen.
     *
     * @param concealed whether a fixed number of bullets stands for the text
     * @param from where the selection starts
     * @param to where it ends
     * @param caret where the caret stands, or -1 for none
     */
    record Look(boolean masked, boolean concealed, int from, int to, int caret) {}

    Rows rows() {
        return rows;
    }

    Page page() {
        return page;
    }

    /** To be called when the text may have changed: lays it anew. */
    void lay(Look now) {
        look = now;
        rows.lay(columns(), look.masked());
        range();
        redraw();
    }

    /** To be called when caret or selection have changed and the text has not. */
    void look(Look now) {
        look = now;
        redraw();
    }

    private int columns() {
        return columnsIn(getWidth());
    }

    private int columnsIn(double width) {
        return (int) Math.floor((width - BAR - 2) / page.grid().cell());
    }

    /** How high the text is in a given width, in pixels, with at least and at most so many rows. */
    double heightIn(double width, int least, int most) {
        if (width > 0) {
            rows.lay(columnsIn(width), look.masked());
        }
        int shown = look.concealed() ? 1 : rows.count();
        return Math.clamp(shown, least, most) * page.grid().line();
    }

    /** Scrolls as far as needed for a place of the text to be seen. */
    void reveal(int index) {
        double line = page.grid().line();
        double top = rows.rowOf(index) * line;
        double value = Math.min(top, Math.max(bar.getValue(), top + line - getHeight()));
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }

    /** The place of the text at a point of this region. */
    int indexAt(double x, double y) {
        int row = (int) Math.floor((y + bar.getValue()) / page.grid().line());
        return rows.indexAt(
                Math.clamp(row, 0, rows.count() - 1), x / page.grid().cell());
    }

    int rowsInView() {
        return Math.max(1, (int) (getHeight() / page.grid().line()) - 1);
    }

    private void wheel(ScrollEvent wheel) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - wheel.getDeltaY(), 0, bar.getMax()));
            wheel.consume();
        }
    }

    private void range() {
        double most = Math.max(0, rows.count() * page.grid().line() - getHeight());
        double height = Math.max(1, getHeight());
        bar.setVisible(
                most > 0 && !look.concealed() && height >= 2 * page.grid().line());
        bar.setMax(most);
        bar.setVisibleAmount(most * height / (most + height));
        bar.setBlockIncrement(height);
        bar.setUnitIncrement(page.grid().line());
        bar.setValue(Math.min(bar.getValue(), most));
    }

    private void redraw() {
        if (getScene() == null) {
            return;
        }
        if (look.concealed()) {
            page.conceal(text.isEmpty() ? 0 : Page.FIXED);
            return;
        }
        Page.View view = new Page.View(look.masked(), 0, Math.rint(bar.getValue()), look.from(), look.to());
        page.draw(text, rows, view);
        if (look.caret() >= 0) {
            page.placeCaret(rows, look.caret(), view);
        } else {
            page.hideCaret();
        }
    }

    @Override
    protected void layoutChildren() {
        page.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        lay(look);
        page.layout();
    }
}
