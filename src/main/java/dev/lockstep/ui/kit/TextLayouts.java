package dev.lockstep.ui.kit;

import javafx.scene.text.TextBoundsType;

/**
 * The toolkit's own store of texts that it laid out: a static table (PrismTextLayout.stringCache) of up to 65,536 characters that outlives
 * every node. It takes texts of up to 256 characters whose bounds are of the kind that the theme gives to all texts.
 */
public final class TextLayouts {
    private static final int TEXTS = 300;
    private static final int LENGTH = 256;

    private TextLayouts() {}

    /** Lays out enough meaningless texts for the toolkit to forget the names it has shown. To be called where the screens live. */
    public static void forget() {
        javafx.scene.text.Text junk = new javafx.scene.text.Text();
        junk.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        for (int i = 0; i < TEXTS; i++) {
            String number = String.valueOf(i);
            junk.setText("-".repeat(LENGTH - number.length()) + number);
            junk.getLayoutBounds();
        }
    }
}
