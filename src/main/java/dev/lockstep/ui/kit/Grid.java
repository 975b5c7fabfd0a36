package dev.lockstep.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The cells that characters are drawn in.
 *
 * @param font the monospaced face
 * @param cell width of a cell, in pixels
 * @param line height of a row, in pixels
 * @param ascent from the top of a row to its base line, in pixels
 */
record Grid(Font font, double cell, double line, double ascent) {
    /** Cells for characters of a size; rows are as high as those of a text field with the words' font. */
    static Grid of(Font words) {
        Font mono = Fonts.mono(words.getSize());
        Bounds one = bounds(mono);
        double line = Math.floor(Math.max(one.getHeight(), bounds(words).getHeight())) + 2;
        return new Grid(mono, one.getWidth(), line, Math.rint(-one.getMinY() + (line - one.getHeight()) / 2));
    }

    private static Bounds bounds(Font font) {
        Text sample = new Text("M");
        sample.setFont(font);
        return sample.getLayoutBounds();
    }
}
