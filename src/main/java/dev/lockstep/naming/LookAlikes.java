package dev.lockstep.naming;

import java.text.Normalizer;

/** Characters that are drawn like an ASCII character, or not drawn at all. From the confusables of Unicode TR 39, Cyrillic and Greek. */
public final class LookAlikes {
    /** Pairs: a Cyrillic, Greek or Latin letter, or a dash, and the ASCII character that it looks like. */
    private static final String PAIRS =
            "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X"
                    + "\u0405S\u0406I\u0408J\u04aeY\u04c0I\u0500d\u050cG\u051aQ\u051cW"
                    + "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0455s\u0456i\u0458j\u04afy\u04bbh\u04cfl\u0501d\u051bq\u051dw"
                    + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u037fJ"
                    + "\u03b1a\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c3o\u03c5u\u03f2c\u03f3j\u03f9C"
                    + "\u0131i\u0130I\u0261g\u0251a"
                    + "\u2010-\u2011-\u2012-\u2013-\u2014-\u2015-\u2212-\u2044/\u2215/";

    private LookAlikes() {}

    /** The ASCII character that it looks like, or 0. */
    public static char ascii(int codePoint) {
        for (int i = 0; i < PAIRS.length(); i += 2) {
            if (PAIRS.charAt(i) == codePoint) {
                return PAIRS.charAt(i + 1);
            }
        }
        if (codePoint <= 127 || Blank.is(codePoint)) {
            return 0;
        }
        String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return compatible.length() == 1 && compatible.charAt(0) <= 127 ? compatible.charAt(0) : 0;
    }

    /** Whether it turns the direction of the text around it. */
    public static boolean isBidiControl(int codePoint) {
        return codePoint == 0x061c
                || between(0x200e, codePoint, 0x200f)
                || between(0x202a, codePoint, 0x202e)
                || between(0x2066, codePoint, 0x2069);
    }

    /** Whether nothing is drawn for it and it takes no room; white space does not count. */
    public static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0 -> true;
            default ->
                Character.getType(codePoint) == Character.FORMAT
                        || between(0xfe00, codePoint, 0xfe0f)
                        || between(0xe0100, codePoint, 0xe01ef);
        };
    }

    private static boolean between(int first, int codePoint, int last) {
        return first <= codePoint && codePoint <= last;
    }

    /** The name with look-alikes replaced by what they look like, every white space by a space, and invisible characters left out. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.codePoints().filter(codePoint -> !isInvisible(codePoint)).forEach(codePoint -> {
            char ascii = ascii(codePoint);
            if (ascii != 0) {
                folded.append(ascii);
            } else if (Blank.is(codePoint)) {
                folded.append(' ');
            } else {
                folded.appendCodePoint(codePoint);
            }
        });
        return folded.toString();
    }
}
