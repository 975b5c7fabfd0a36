package dev.lockstep.sync.model;

import dev.lockstep.remote.Trouble;
import java.util.Optional;

/** What goes wrong with one call to a shop. */
enum Fault {
    NONE,
    DOWN,
    LIMITED,
    STRANGER,
    FORBIDDEN,
    STRANGE,
    /** A list that ends in the middle. */
    HALF,
    EMPTY,
    /** A list of a while ago. */
    STALE,
    /** The user gives up. */
    CANCELLED,
    REFUSED,
    LOST_BEFORE,
    LOST_AFTER,
    /** There is no answer, and what was asked is done some time later. */
    LATE,
    CRASH_BEFORE,
    CRASH_AFTER;

    static final Fault[] READING = {DOWN, LIMITED, STRANGER, FORBIDDEN, STRANGE, CANCELLED, CRASH_BEFORE};
    static final Fault[] LISTING = {DOWN, LIMITED, STRANGER, STRANGE, HALF, EMPTY, STALE, STALE, CANCELLED, CRASH_BEFORE
    };
    static final Fault[] WRITING = {
        DOWN,
        LIMITED,
        STRANGER,
        FORBIDDEN,
        STRANGE,
        REFUSED,
        LOST_BEFORE,
        LOST_AFTER,
        LOST_AFTER,
        LATE,
        CRASH_BEFORE,
        CRASH_AFTER
    };

    /** The end of the program. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What a call that failed before anything was done ends with. */
    Trouble trouble(boolean write) {
        return switch (this) {
            case LIMITED -> new Trouble.RateLimited(Optional.empty());
            case STRANGER -> new Trouble.Unauthorized("");
            case FORBIDDEN -> new Trouble.Forbidden("");
            case REFUSED -> new Trouble.Refused("");
            case STRANGE -> new Trouble.ProtocolError(Trouble.Breach.NOT_JSON);
            case LOST_BEFORE, LOST_AFTER, LATE -> new Trouble.OutcomeUnknown();
            default -> new Trouble.Unavailable(Trouble.Cause.NO_CONNECTION);
        };
    }
}
