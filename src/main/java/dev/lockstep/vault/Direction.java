package dev.lockstep.vault;

/** Which way secrets go between a collection and one of its remotes. */
public enum Direction {
    /** From here to there. */
    PUSH,
    /** From there to here. */
    PULL,
    TWO_WAY
}
