package dev.lockstep.settings;

/** Light or dark. */
public enum Theme {
    /** As the desktop says, where it can be read. */
    SYSTEM,
    LIGHT,
    DARK
}
