package dev.lockstep.vault;

/** How hard a value is to guess, by the entropy of its characters. */
public enum Strength {
    EMPTY,
    WEAK,
    FAIR,
    GOOD,
    STRONG
}
