package dev.lockstep.ui.audit;

import dev.lockstep.words.Text;
import java.time.Duration;
import java.time.Instant;

/** How far back entries are asked for. */
enum Period {
    EVER,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    String words() {
        return switch (this) {
            case EVER -> Text.of("audit.period.ever");
            case DAY -> Text.of("audit.period.day");
            case WEEK -> Text.of("audit.period.week");
            case MONTH -> Text.of("audit.period.month");
            case YEAR -> Text.of("audit.period.year");
        };
    }

    /** The earliest moment that belongs to it. */
    Instant since(Instant now) {
        return switch (this) {
            case EVER -> Instant.EPOCH;
            case DAY -> now.minus(Duration.ofDays(1));
            case WEEK -> now.minus(Duration.ofDays(7));
            case MONTH -> now.minus(Duration.ofDays(30));
            case YEAR -> now.minus(Duration.ofDays(365));
        };
    }
}
