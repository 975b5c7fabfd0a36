package dev.lockstep.ui.health;

/** Whether values are being looked into, and how far that is. */
sealed interface Looking {
    /** @param failure why it ended early; empty if it did not, or was cancelled */
    record Idle(String failure) implements Looking {}

    record Running(long done, long total) implements Looking {}
}
