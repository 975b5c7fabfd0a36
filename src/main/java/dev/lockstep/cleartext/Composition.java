package dev.lockstep.cleartext;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Canonical composition (Unicode NFC) of typed text. {@link Normalizer} makes a {@code String} of whatever it is given, so the text goes
 * through it run by run: one base character with its marks, or a stretch of a script whose parts may join. Text without marks is copied.
 */
final class Composition {
    private Composition() {}

    /** Appends the composed text; the target has room for three times the length of the source. */
    static void compose(CharSequence source, SecretBuffer target) {
        int from = 0;
        while (from < source.length()) {
            int to = from + 1;
            while (to < source.length() && !beginsRun(source.charAt(to))) {
                to++;
            }
            append(source, from, to, target);
            from = to;
        }
    }

    private static void append(CharSequence source, int from, int to, SecretBuffer target) {
        char[] run = new char[to - from];
        for (int i = 0; i < run.length; i++) {
            run[i] = source.charAt(from + i);
        }
        CharBuffer text = CharBuffer.wrap(run);
        boolean alone = run.length == 1 && beginsRun(run[0]);
        target.insert(target.length(), alone ? text : Normalizer.normalize(text, Normalizer.Form.NFC));
        Arrays.fill(run, '\0');
    }

    /**
     * Whether a unit is a starter that is composed already and never joins with what stands before it: everything below the combining
     * marks, Cyrillic, kana, Chinese characters and Korean syllables. Others may be too, and only make a run longer.
     */
    private static boolean beginsRun(char unit) {
        return unit < 0x300
                || (unit >= 0x400 && unit <= 0x482)
                || (unit >= 0x3041 && unit <= 0x3096)
                || (unit >= 0x30A0 && unit <= 0x30FF)
                || (unit >= 0x4E00 && unit <= 0x9FFF)
                || (unit >= 0xAC00 && unit <= 0xD7A3);
    }
}
