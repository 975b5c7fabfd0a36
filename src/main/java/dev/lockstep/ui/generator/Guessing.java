package dev.lockstep.ui.generator;

import dev.lockstep.words.Text;

/** How hard a value is to guess, by the bits of entropy of its recipe. */
enum Guessing {
    WEAK(48),
    FAIR(80),
    GOOD(112),
    STRONG(Double.MAX_VALUE);

    private final double below;

    Guessing(double below) {
        this.below = below;
    }

    static Guessing of(double bits) {
        for (Guessing guessing : values()) {
            if (bits < guessing.below) {
                return guessing;
            }
        }
        return STRONG;
    }

    String words() {
        return switch (this) {
            case WEAK -> Text.of("generator.strength.weak");
            case FAIR -> Text.of("generator.strength.fair");
            case GOOD -> Text.of("generator.strength.good");
            case STRONG -> Text.of("generator.strength.strong");
        };
    }

    /** The style class of the words. */
    String style() {
        return switch (this) {
            case WEAK -> "error-text";
            case FAIR -> "warn-text";
            case GOOD, STRONG -> "ok-text";
        };
    }
}
