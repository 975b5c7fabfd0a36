package dev.lockstep.ui.kit;

/** The toolkit's own store of texts that it laid out: a static table of up to 65,536 characters that outlives every node. */
public final class TextLayouts {
    private static final int TEXTS = 300;
    private static final int LENGTH = 256;

    private TextLayouts() {}

    /** Lays out enough meaningless texts for the toolkit to forget the names it has shown. To be called where the screens live. */
    public static void forget() {
        javafx.scene.text.Text junk = new javafx.scene.text.Text();
        for (int i = 0; i < TEXTS; i++) {
            junk.setText(String.valueOf((char) ('!' + i % 90)).repeat(LENGTH - 4) + (1000 + i));
            junk.getLayoutBounds();
        }
    }
}
