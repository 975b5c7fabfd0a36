package dev.lockstep.words;

/** How much room a text takes on a terminal. */
public final class Cells {
    private static final int PICTURE = 0xFE0F;

    private Cells() {}

    /** In columns: Chinese, Japanese and Korean characters and emoji take two, and whatever is drawn over another takes none. */
    public static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int next = Clusters.next(text, at);
            width += isWide(text.codePointAt(at)) || text.codePointBefore(next) == PICTURE ? 2 : 1;
            at = next;
        }
        return width;
    }

    /** As Unicode UAX 11 has it, in ranges that are whole blocks. */
    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.isEmojiPresentation(codePoint)
                || (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0x303E)
                || (codePoint >= 0x3041 && codePoint <= 0x33FF)
                || (codePoint >= 0xA960 && codePoint <= 0xA97F)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6);
    }
}
