package dev.lockstep.sync.check;

import dev.lockstep.model.RemoteId;

/** Is told how far a check is, by several threads at once and often. */
@FunctionalInterface
public interface CheckProgress {
    /** For whoever does not want to know. */
    CheckProgress UNTOLD = (remote, names) -> {};

    /**
     * Told now and then, and at the end.
     *
     * @param names how many were seen so far, or read if values are
     */
    void reached(RemoteId remote, int names);
}
