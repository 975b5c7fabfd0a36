package dev.lockstep.ui.kit;

import dev.lockstep.words.Clusters;
import java.util.HashMap;
import java.util.Map;

/**
 * Strings of one code point of a text each, shared by all drawings, so that drawing a secret makes no strings in the order of its characters.
 * Used where the screens live.
 */
final class Glyphs {
    private static final String[] COMMON = new String[0x250];
    private static final Map<Integer, String> RARE = new HashMap<>();

    static {
        for (int i = 0; i < COMMON.length; i++) {
            COMMON[i] = Character.toString(i).intern();
        }
    }

    private Glyphs() {}

    static String of(int codePoint) {
        return codePoint < COMMON.length ? COMMON[codePoint] : RARE.computeIfAbsent(codePoint, Glyphs::make);
    }

    /** A combining mark gets a no-break space to stand over, or the toolkit would put a dotted circle under it. */
    private static String make(int codePoint) {
        String one = Character.toString(codePoint);
        return Clusters.combining(codePoint) ? "\u00A0" + one : one;
    }
}
