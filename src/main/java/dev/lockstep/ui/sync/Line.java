package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;

/** One line of the plan as it is shown. Lines stay the same while rows are decided. */
sealed interface Line {
    RemoteId remote();

    /** Above the lines of a remote. */
    record Heading(RemoteId remote) implements Line {}

    /**
     * A row of the plan.
     *
     * @param row its place among them
     */
    record Planned(RemoteId remote, int row) implements Line {}

    /** A name there that nobody here knows, and with which nothing is done. */
    record Foreign(RemoteId remote, String there) implements Line {}
}
