package dev.lockstep.ui.editor;

import java.time.LocalDate;

/** What a new value does to the day by which the next one is due. */
sealed interface Renewal {
    /** The value is the stored one, or there is no day, or the user has chosen one. */
    record None() implements Renewal {}

    /**
     * The day was moved on by as many days as the former value was to be used.
     *
     * @param former the day as it is stored
     */
    record Moved(LocalDate former, LocalDate next, int days) implements Renewal {}

    /** The day stays, although it is due: no habit tells the next one. */
    record Unmoved(LocalDate former) implements Renewal {}
}
