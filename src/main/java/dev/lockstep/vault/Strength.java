package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.ValueEntropy;
import java.util.Arrays;

/** How hard a value is to guess, by the entropy of its characters. */
public enum Strength {
    EMPTY(0),
    WEAK(1),
    FAIR(2),
    GOOD(3),
    STRONG(4);

    private static final double FAIR_BITS = 40;
    private static final double GOOD_BITS = 64;
    private static final double STRONG_BITS = 100;

    private final int code;

    Strength(int code) {
        this.code = code;
    }

    /** The number in the file. */
    int code() {
        return code;
    }

    static boolean known(int code) {
        return code >= EMPTY.code && code <= STRONG.code;
    }

    static Strength of(int code) {
        return Arrays.stream(values())
                .filter(strength -> strength.code == code)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

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
