package dev.lockstep.ui.health;

/** Whether values are being looked into, and how far that is. */
sealed interface Looking {
    /**
     * Nothing is being looked into.
     *
     * @param failure why the last look ended early; empty if it did not, or was cancelled
     */
    record Idle(String failure) implements Looking {}

    record Running(long done, long total) implements Looking {}
}
