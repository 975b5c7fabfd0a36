package dev.lockstep.vault;

/** A way into a vault. */
public enum Way {
    PASSWORD,
    /** A password together with a key file. */
    PASSWORD_AND_KEY_FILE,
    RECOVERY_CODE,
    /** A key that the operating system keeps. */
    KEYSTORE,
    /** The vault was made by this very process. */
    CREATION
}
