package dev.lockstep.transfer.bitwarden;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Until when a card or a paper is valid: a month and a year, or a day as {@code YYYY-MM-DD}, all as the user typed them. */
final class Expiry {
    private String month = "";
    private String year = "";
    private String day = "";

    void month(String typed) {
        month = typed;
    }

    void year(String typed) {
        year = typed;
    }

    void day(String typed) {
        day = typed;
    }

    /** What was typed; empty if nothing was. */
    String text() {
        if (!day.isEmpty()) {
            return day;
        }
        return month.isEmpty() || year.isEmpty() ? month + year : month + '/' + year;
    }

    /** The last day, if what was typed is one. */
    Optional<LocalDate> date() {
        try {
            return Optional.of(
                    day.isEmpty()
                            ? YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))
                                    .atEndOfMonth()
                            : LocalDate.parse(day));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
