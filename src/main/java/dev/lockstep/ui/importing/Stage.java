package dev.lockstep.ui.importing;

/** How far the import is. */
sealed interface Stage {
    /**
     * A file is to be chosen.
     *
     * @param problem why the last one could not be read; empty if there was none
     */
    record Choosing(String problem) implements Stage {}

    record Reading() implements Stage {}

    /** The rows are shown and can be chosen. */
    record Preview() implements Stage {}

    /** Being written; until the end it can be cancelled. */
    record Writing(long done, long total) implements Stage {}

    record Done(Tally tally) implements Stage {}
}
