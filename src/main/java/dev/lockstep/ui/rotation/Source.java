package dev.lockstep.ui.rotation;

import dev.lockstep.words.Text;
import java.time.LocalDate;

/** Which secrets can be chosen. */
enum Source {
    /** Their values were shown or handed out: the offboarding list. */
    KNOWN,
    DUE,
    ALL;

    boolean accepts(Candidate candidate, LocalDate today) {
        return switch (this) {
            case KNOWN -> candidate.exposure().isPresent();
            case DUE -> candidate.isDue(today);
            case ALL -> true;
        };
    }

    String words() {
        return switch (this) {
            case KNOWN -> Text.of("rotation.source.known");
            case DUE -> Text.of("rotation.source.due");
            case ALL -> Text.of("rotation.source.all");
        };
    }
}
