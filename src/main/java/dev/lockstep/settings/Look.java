package dev.lockstep.settings;

import java.util.List;
import java.util.Objects;

/**
 * How everything is drawn.
 *
 * @param zoomPercent size of the text, one of {@link #ZOOM_PERCENT}
 * @param compactRows whether table rows are 28 pixels high instead of 36
 * @param valueHint whether the details show the first and last four characters of a long value
 */
public record Look(ThemeChoice theme, int zoomPercent, boolean compactRows, boolean valueHint) {
    /** The steps of the zoom. */
    public static final List<Integer> ZOOM_PERCENT = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    static final Look DEFAULT = new Look(ThemeChoice.SYSTEM, 100, false, false);

    /** @throws IllegalArgumentException if the zoom is none of the steps */
    public Look {
        Objects.requireNonNull(theme);
        Settings.requireChoice("zoomPercent", zoomPercent, ZOOM_PERCENT);
    }

    /** The same look with another zoom. */
    public Look zoomed(int percent) {
        return new Look(theme, percent, compactRows, valueHint);
    }
}
