package dev.lockstep.cli;

import java.io.Serial;

/** Ends this program as another one ended that it was run for; there is nothing to be told. */
final class ChildEnded extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int code;

    /** @param code what the shell is to see */
    ChildEnded(int code) {
        super("exit code " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
