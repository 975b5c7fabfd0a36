package dev.lockstep.cli;

import java.io.Serial;

/** Ends a command with words for the user and an exit code. The words hold no value. */
final class Refusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    /** @param words one or more sentences: what is the matter, and what to do */
    Refusal(ExitCode code, String words) {
        super(words);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
