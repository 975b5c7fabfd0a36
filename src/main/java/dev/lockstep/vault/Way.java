package dev.lockstep.vault;

import dev.lockstep.crypto.SlotType;

/** A way into a vault. */
public enum Way {
    PASSWORD,
    /** A password together with a key file. */
    PASSWORD_AND_KEY_FILE,
    RECOVERY_CODE,
    /** A key that the operating system keeps. */
    KEYSTORE,
    /** The vault was made by this very process. */
    CREATION;

    static Way of(SlotType type) {
        return switch (type) {
            case PASSWORD -> PASSWORD;
            case PASSWORD_AND_KEY_FILE -> PASSWORD_AND_KEY_FILE;
            case RECOVERY_CODE -> RECOVERY_CODE;
            case KEYSTORE -> KEYSTORE;
        };
    }
}
