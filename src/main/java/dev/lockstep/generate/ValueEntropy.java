package dev.lockstep.generate;

import dev.lockstep.cleartext.SecretValue;
import java.util.Arrays;

/** A quick estimate of how hard a value is to guess, for values that machines made; words and patterns go unseen. */
public final class ValueEntropy {
    private static final int[] POOLS = {26, 26, 10, 33, 128, 33};

    private ValueEntropy() {}

    /**
     * Length times the bits of a character drawn from all the kinds of characters that occur, but no more than the Shannon entropy of the
     * bytes allows: {@code aaaaaaaa} has 0 bits. Linear in the size.
     */
    public static double bits(SecretValue value) {
        int[] counts = new int[256];
        try {
            for (int i = 0; i < value.size(); i++) {
                counts[value.at(i) & 0xff]++;
            }
            return Math.min(pool(counts), shannon(counts, value.size()));
        } finally {
            Arrays.fill(counts, 0);
        }
    }

    private static double pool(int[] counts) {
        boolean[] kinds = new boolean[POOLS.length];
        int length = 0;
        boolean hex = true;
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] > 0) {
                kinds[kind(unit)] = true;
                hex &= kind(unit) == 2 || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
                length += counts[unit];
            }
        }
        int pool = 0;
        for (int kind = 0; kind < kinds.length; kind++) {
            pool += kinds[kind] ? POOLS[kind] : 0;
        }
        boolean oneCase = !(kinds[0] && kinds[1]);
        return length * log2(hex && oneCase ? Math.clamp(pool, 1, 16) : pool);
    }

    private static int kind(int unit) {
        if (unit >= 'a' && unit <= 'z') {
            return 0;
        }
        if (unit >= 'A' && unit <= 'Z') {
            return 1;
        }
        if (unit >= '0' && unit <= '9') {
            return 2;
        }
        if (unit >= ' ' && unit <= '~') {
            return 3;
        }
        return unit >= 128 ? 4 : 5;
    }

    private static double shannon(int[] counts, int length) {
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits -= count * log2((double) count / length);
            }
        }
        return bits;
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
