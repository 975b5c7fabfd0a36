package dev.lockstep.settings;

/**
 * The window and its panes as the user left them, in pixels.
 *
 * @param width of the window when it is not maximised
 * @param height of the window when it is not maximised
 * @param sidebarShown whether the pane on the left is open
 * @param detailsShown whether the pane on the right is open
 */
public record Panes(
        int width,
        int height,
        boolean maximised,
        boolean sidebarShown,
        int sidebarWidth,
        boolean detailsShown,
        int detailsWidth) {
    static final Panes DEFAULT = new Panes(1280, 780, false, true, 220, true, 340);

    /** @throws IllegalArgumentException if a size is beyond any screen */
    public Panes {
        Settings.requireBetween("width", width, 320, 16_384);
        Settings.requireBetween("height", height, 240, 16_384);
        Settings.requireBetween("sidebarWidth", sidebarWidth, 80, 4_096);
        Settings.requireBetween("detailsWidth", detailsWidth, 80, 4_096);
    }

    /** The same panes in a window of another size. */
    public Panes sized(int newWidth, int newHeight, boolean nowMaximised) {
        return new Panes(
                Math.clamp(newWidth, 320, 16_384),
                Math.clamp(newHeight, 240, 16_384),
                nowMaximised,
                sidebarShown,
                sidebarWidth,
                detailsShown,
                detailsWidth);
    }
}
