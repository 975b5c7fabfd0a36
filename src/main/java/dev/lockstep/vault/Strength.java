package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.ValueEntropy;

/** How hard a value is to guess, by the entropy of its characters. The order is part of the file format. */
public enum Strength {
    EMPTY,
    WEAK,
    FAIR,
    GOOD,
    STRONG;

    private static final double FAIR_BITS = 40;
    private static final double GOOD_BITS = 64;
    private static final double STRONG_BITS = 100;

    /** Judges a value: from 40 bits fair, from 64 good, from 100 strong. */
    public static Strength of(SecretValue value) {
        if (value.size() == 0) {
            return EMPTY;
        }
        double bits = ValueEntropy.bits(value);
        if (bits < FAIR_BITS) {
            return WEAK;
        }
        return bits < GOOD_BITS ? FAIR : bits < STRONG_BITS ? GOOD : STRONG;
    }
}
