package dev.lockstep.transfer;

import java.util.Locale;

/** Text inside of Markdown (CommonMark, and tables of GitHub), so that it reads as it is and nothing of it is taken for markup. */
final class MarkdownText {
    private MarkdownText() {}

    /** The text in one line: every punctuation mark of ASCII behind a backslash, and what cannot be seen or turns text around as its number. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                safe.append("\\{U\\+").append(hex(point)).append("\\}");
            } else {
                if (isPunctuation(point)) {
                    safe.append('\\');
                }
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static String hex(int point) {
        return String.format(Locale.ROOT, "%04X", point);
    }

    private static boolean isPunctuation(int point) {
        return point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
    }

    /** Control and format characters, among them those that turn the direction, line ends, and surrogates that stand alone. */
    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
