package dev.lockstep.remote.http;

/** What a vendor says, made fit to be shown. */
public final class VendorText {
    /** The most characters of it that are shown. */
    public static final int MOST = 300;

    private VendorText() {}

    /** The text on one line, at most {@link #MOST} characters, without control and invisible formatting characters. */
    public static String clean(String told) {
        StringBuilder clean = new StringBuilder();
        told.codePoints()
                .limit(4L * MOST)
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(VendorText::isShown)
                .limit(MOST)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
