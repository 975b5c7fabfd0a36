package dev.lockstep.cli;

import java.io.IOException;
import java.io.Serial;

/** Says that whoever read standard output does so no more: nothing to be told anybody. */
public final class OutputClosedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Whatever the system called it. */
    public OutputClosedException() {
        super("standard output is closed");
    }
}
