package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.words.Text;

/** Which lines of the matrix are shown: those of which some cell is so. */
enum Gap {
    ALL,
    MISSING,
    FOREIGN,
    CHANGED,
    UNKNOWN;

    boolean accepts(Matrix.Entry entry) {
        return switch (this) {
            case ALL -> entry.secret().isPresent();
            case MISSING, FOREIGN, CHANGED, UNKNOWN ->
                entry.cells().values().stream().anyMatch(cell -> accepts(cell.sign()));
        };
    }

    private boolean accepts(Sign sign) {
        return switch (this) {
            case ALL -> true;
            case MISSING -> sign == Sign.MISSING;
            case FOREIGN -> sign == Sign.FOREIGN;
            case CHANGED -> sign == Sign.CHANGED || sign == Sign.DIFFERS;
            case UNKNOWN -> sign == Sign.UNCLEAR || sign == Sign.UNANSWERED;
        };
    }

    String words() {
        return switch (this) {
            case ALL -> Text.of("sync.gap.all");
            case MISSING -> Text.of("sync.gap.missing");
            case FOREIGN -> Text.of("sync.gap.foreign");
            case CHANGED -> Text.of("sync.gap.changed");
            case UNKNOWN -> Text.of("sync.gap.unknown");
        };
    }
}
