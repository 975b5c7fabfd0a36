package dev.lockstep.naming;

/** White space in the widest sense: Unicode spaces (also the non-breaking ones), tabs and line ends. All of it lies in the basic plane. */
final class Blank {
    private Blank() {}

    static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Index of the first unit that is not white space; the length if there is none. */
    static int leading(String name) {
        int index = 0;
        while (index < name.length() && is(name.charAt(index))) {
            index++;
        }
        return index;
    }

    /** Index after the last unit that is not white space; 0 if there is none. */
    static int trailing(String name) {
        int index = name.length();
        while (index > 0 && is(name.charAt(index - 1))) {
            index--;
        }
        return index;
    }
}
