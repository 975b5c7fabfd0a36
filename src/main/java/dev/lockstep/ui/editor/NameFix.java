package dev.lockstep.ui.editor;

/** Writes a name with plain characters only where it has look-alikes, unseen ones, odd spaces or blanks at its edges. */
final class NameFix {
    private NameFix() {}

    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .filter(codePoint -> !Characters.invisible(codePoint))
                .map(NameFix::plain)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static int plain(int codePoint) {
        if (Characters.blank(codePoint)) {
            return ' ';
        }
        char ascii = Characters.lookAlike(codePoint);
        return ascii == 0 ? codePoint : ascii;
    }
}
