package dev.lockstep.ui.secrets;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.vault.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The first and last four characters of a value that is long enough for them to tell little. */
final class Hint {
    private static final int SHORTEST = 24;

    private static final int ENDS = 4;
    private static final byte[] BETWEEN = "\u2022\u2022\u2022\u2022".getBytes(StandardCharsets.UTF_8);

    private Hint() {}

    /** Whether the value is long enough. */
    static boolean possible(Entry entry) {
        return possible(entry.size());
    }

    /** Whether a value of so many bytes is long enough. */
    static boolean possible(int size) {
        return size >= SHORTEST;
    }

    /** The hint, to be closed by the caller; empty for short values and for those whose ends are not printable ASCII. */
    static Optional<SecretValue> of(SecretValue value) {
        int size = value.size();
        if (!possible(size)) {
            return Optional.empty();
        }
        byte[] hint = new byte[ENDS + BETWEEN.length + ENDS];
        System.arraycopy(BETWEEN, 0, hint, ENDS, BETWEEN.length);
        for (int i = 0; i < ENDS; i++) {
            byte first = value.at(i);
            byte last = value.at(size - ENDS + i);
            if (!printable(first) || !printable(last)) {
                Arrays.fill(hint, (byte) 0);
                return Optional.empty();
            }
            hint[i] = first;
            hint[ENDS + BETWEEN.length + i] = last;
        }
        return Optional.of(SecretValue.taking(hint));
    }

    private static boolean printable(byte unit) {
        return unit > 0x20 && unit < 0x7f;
    }
}
