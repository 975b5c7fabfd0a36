package dev.lockstep.settings;

/** Light or dark. */
public enum ThemeChoice {
    /** As the desktop says, where it can be read. */
    SYSTEM,
    LIGHT,
    DARK
}
