package dev.lockstep.ui.rotation;

import dev.lockstep.words.Text;
import java.time.Duration;
import java.time.Instant;

/** How long ago a value may last have been shown. */
enum Period {
    EVER,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    String words() {
        return switch (this) {
            case EVER -> Text.of("rotation.period.ever");
            case WEEK -> Text.of("rotation.period.week");
            case MONTH -> Text.of("rotation.period.month");
            case QUARTER -> Text.of("rotation.period.quarter");
            case YEAR -> Text.of("rotation.period.year");
        };
    }

    /** The earliest moment that belongs to it. */
    Instant since(Instant now) {
        return switch (this) {
            case EVER -> Instant.EPOCH;
            case WEEK -> now.minus(Duration.ofDays(7));
            case MONTH -> now.minus(Duration.ofDays(30));
            case QUARTER -> now.minus(Duration.ofDays(91));
            case YEAR -> now.minus(Duration.ofDays(365));
        };
    }
}
