package dev.lockstep.sync.plan;

/** What the user can decide about a row. */
public enum Choice {
    /** What is here goes there, or what was deleted here is deleted there. */
    KEEP_LOCAL,
    /** What is there comes here; what is here is kept in the history. */
    TAKE_REMOTE,
    /** What stands there becomes ours. */
    ADOPT,
    /** Nothing is done. */
    SKIP
}
