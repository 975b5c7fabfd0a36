package dev.lockstep.vault;

import java.util.Arrays;

/** How a value came into the vault. */
public enum Origin {
    TYPED(1),
    IMPORTED(2),
    DUPLICATED(3),
    /** Brought back from the history. */
    RESTORED(4),
    /** Came from a remote. */
    REMOTE(5),
    /** Written by a version of the program that knows more ways than this one. */
    OTHER(0);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    /** The number in the file. */
    int code() {
        return code;
    }

    static Origin of(int code) {
        return Arrays.stream(values())
                .filter(origin -> origin.code == code)
                .findFirst()
                .orElse(OTHER);
    }
}
