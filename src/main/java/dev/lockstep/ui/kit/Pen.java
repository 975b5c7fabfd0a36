package dev.lockstep.ui.kit;

import dev.lockstep.words.Clusters;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Draws single characters into the cells of a grid, and marks in place of those that cannot be seen. */
final class Pen {
    private static final double BULLET = 0.29;

    private final GraphicsContext canvas;
    private final Grid grid;
    private final Ink ink;

    Pen(GraphicsContext canvas, Grid grid, Ink ink) {
        this.canvas = canvas;
        this.grid = grid;
        this.ink = ink;
        canvas.setFont(grid.font());
        canvas.setLineWidth(1);
    }

    void select(double x, double y, double width) {
        canvas.setFill(ink.selection());
        canvas.fillRect(x, y, width, grid.line());
    }

    /** Fills the ground behind rows of a line that only the older or only the newer of two texts has. */
    void ground(boolean old, double y, double width, int rows) {
        canvas.setFill(old ? ink.removed() : ink.added());
        canvas.fillRect(0, y, width, rows * grid.line());
    }

    /** Fills the ground behind a character that differs from the other text. */
    void part(boolean old, double x, double y, double width) {
        canvas.setFill(old ? ink.removedPart() : ink.addedPart());
        canvas.fillRect(x, y, width, grid.line());
    }

    /** Draws a sign that belongs to no text. */
    void sign(char sign, double x, double y) {
        letter(sign, x, y, ink.letters());
    }

    /** Writes words that belong to no text. */
    void words(String words, double x, double y) {
        canvas.setFont(ink.font());
        canvas.setFill(ink.marks());
        canvas.fillText(words, x, y + grid.ascent());
        canvas.setFont(grid.font());
    }

    void bullet(double x, double y) {
        double radius = grid.cell() * BULLET;
        canvas.setFill(ink.letters());
        canvas.fillOval(x + grid.cell() / 2 - radius, y + grid.line() / 2 - radius, 2 * radius, 2 * radius);
    }

    /** Draws a code point whose left upper corner is given; {@code edge} says that it is white space at the edge of a line. */
    void glyph(int codePoint, double x, double y, boolean edge) {
        switch (codePoint) {
            case ' ' -> {
                if (edge) {
                    dot(x, y);
                }
            }
            case '\t' -> arrow(x, y, edge);
            case '\r' -> {
                letter('\\', x, y, ink.marks());
                letter('r', x + grid.cell(), y, ink.marks());
            }
            case '\n' -> lineEnd(x, y);
            default -> {
                if (Cells.invisible(codePoint)) {
                    box(x, y);
                } else {
                    letter(codePoint, x, y, tint(codePoint));
                }
            }
        }
    }

    private Paint tint(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return ink.digits();
        }
        boolean letter = Character.isLetter(codePoint) || Clusters.combining(codePoint);
        return letter ? ink.letters() : ink.symbols();
    }

    private void letter(int codePoint, double x, double y, Paint tint) {
        canvas.setFill(tint);
        String one = Glyphs.of(codePoint);
        double left = Clusters.combining(codePoint) ? x - grid.cell() - aside(one) : x;
        canvas.fillText(one, left, y + grid.ascent());
    }

    /** How far a face puts a combining mark to the right of the space it should stand over: some monospaced ones by a cell. */
    private double aside(String mark) {
        Text sample = new Text(mark);
        sample.setFont(grid.font());
        sample.setBoundsType(TextBoundsType.VISUAL);
        return sample.getLayoutBounds().getMinX() > grid.cell() / 2 ? grid.cell() : 0;
    }

    private void dot(double x, double y) {
        double radius = 1.5;
        canvas.setFill(ink.alarms());
        canvas.fillOval(x + grid.cell() / 2 - radius, y + grid.line() / 2 - radius, 2 * radius, 2 * radius);
    }

    private void arrow(double x, double y, boolean edge) {
        double middle = Math.floor(y + grid.line() / 2) + 0.5;
        double tip = x + grid.cell() - 1;
        canvas.setStroke(edge ? ink.alarms() : ink.marks());
        canvas.strokeLine(x + 1, middle, tip, middle);
        canvas.strokeLine(tip - 3, middle - 3, tip, middle);
        canvas.strokeLine(tip - 3, middle + 3, tip, middle);
    }

    /** Draws the bent arrow that stands for a line end. */
    void lineEnd(double x, double y) {
        double bottom = Math.floor(y + grid.line() * 0.62) + 0.5;
        double right = Math.floor(x + grid.cell() - 1) + 0.5;
        double left = Math.floor(x + 1) + 0.5;
        canvas.setStroke(ink.marks());
        canvas.strokeLine(right, bottom - 4, right, bottom);
        canvas.strokeLine(left, bottom, right, bottom);
        canvas.strokeLine(left, bottom, left + 2, bottom - 2);
        canvas.strokeLine(left, bottom, left + 2, bottom + 2);
    }

    private void box(double x, double y) {
        double top = Math.floor(y + grid.line() * 0.25) + 0.5;
        canvas.setStroke(ink.alarms());
        canvas.strokeRect(Math.floor(x + 1) + 0.5, top, Math.floor(grid.cell() - 3), Math.floor(grid.line() * 0.5));
    }
}
