package dev.lockstep.sync.apply;

import dev.lockstep.model.Failure;
import dev.lockstep.remote.Trouble;

/** Why rows were not tried. */
public sealed interface Stop {
    /** The user did not want to go on. */
    record Cancelled() implements Stop {}

    /** The vault was about to be locked. What is left to do is remembered, to be resumed. */
    record Suspended() implements Stop {}

    /** Nothing could be done at the remote any more. */
    record AtRemote(Trouble trouble) implements Stop {}

    /** The vault could not be written any more. */
    record InVault(Failure failure) implements Stop {}
}
