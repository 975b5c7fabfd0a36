package dev.lockstep.ui.secrets;

/**
 * What a plain cell says.
 *
 * @param exact the same told exactly, for the tooltip; empty for none
 */
record CellText(String text, String exact) {
    static CellText of(String text) {
        return new CellText(text, "");
    }
}
