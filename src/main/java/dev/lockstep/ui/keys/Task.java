package dev.lockstep.ui.keys;

/** What can be done to the ways into a vault by whoever knows one. */
enum Task {
    CHANGE_PASSWORD,
    ADD_KEY_FILE,
    REPLACE_KEY_FILE,
    REMOVE_KEY_FILE,
    RENEW_CODE,
    QUICK_UNLOCK,
    REKEY;

    /**
     * Whether a new password has to be typed.
     *
     * @param known whether the present one was typed and may stay
     */
    boolean asksPassword(boolean known) {
        return switch (this) {
            case CHANGE_PASSWORD, REKEY -> true;
            case ADD_KEY_FILE, REPLACE_KEY_FILE, REMOVE_KEY_FILE -> !known;
            case RENEW_CODE, QUICK_UNLOCK -> false;
        };
    }

    /** Whether a new key file may be chosen. */
    boolean asksKeyFile() {
        return this == REKEY || needsKeyFile();
    }

    /** Whether a new key file has to be chosen. */
    boolean needsKeyFile() {
        return this == ADD_KEY_FILE || this == REPLACE_KEY_FILE;
    }

    /** Whether it changes what belongs to the password, without sealing everything again. */
    boolean changesPassword() {
        return switch (this) {
            case CHANGE_PASSWORD, ADD_KEY_FILE, REPLACE_KEY_FILE, REMOVE_KEY_FILE -> true;
            case RENEW_CODE, QUICK_UNLOCK, REKEY -> false;
        };
    }

    /** Whether there is a new recovery code to keep. */
    boolean asksCode() {
        return this == RENEW_CODE || this == REKEY;
    }

    /** Whether anything is asked for besides leave. */
    boolean hasForm(boolean known) {
        return asksPassword(known) || asksKeyFile() || asksCode();
    }
}
