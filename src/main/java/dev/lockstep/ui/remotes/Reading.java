package dev.lockstep.ui.remotes;

import dev.lockstep.words.FailureWords;

/** How far the list of a remote is. */
sealed interface Reading {
    record Running() implements Reading {}

    record Whole() implements Reading {}

    /**
     * Read to its end, and too long to be shown.
     *
     * @param all how many there are
     */
    record Cut(int all) implements Reading {}

    /** Called off; what is missing may be there. */
    record Stopped() implements Reading {}

    record Failed(FailureWords words) implements Reading {}
}
