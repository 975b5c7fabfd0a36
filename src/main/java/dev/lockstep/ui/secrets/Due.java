package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Entry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How near the day is by which a new value is due.
 *
 * @param days from today to that day; negative once it has passed, zero where there is no such day
 */
record Due(Mark mark, long days) {
    /** What is drawn beside the day: a shape of its own for each. */
    enum Mark {
        NONE,
        LATER,
        SOON,
        PAST
    }

    static Due of(Entry entry, LocalDate today) {
        return entry.rotateBy()
                .map(day -> of(entry, ChronoUnit.DAYS.between(today, day)))
                .orElse(new Due(Mark.NONE, 0));
    }

    private static Due of(Entry entry, long days) {
        if (days < 0) {
            return new Due(Mark.PAST, days);
        }
        return new Due(days <= entry.leadDays() ? Mark.SOON : Mark.LATER, days);
    }
}
