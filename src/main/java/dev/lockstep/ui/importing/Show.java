package dev.lockstep.ui.importing;

import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.words.Text;

/** Which part of what was read is shown. */
enum Show {
    ALL,
    NEW,
    DIFFERS,
    SAME,
    /** What gives no secret, with the reason. */
    LEFT_OUT,
    /** What is taken, and was to be told of. */
    NOTES;

    String words() {
        return switch (this) {
            case ALL -> Text.of("import.show.all");
            case NEW -> Text.of("import.state.new");
            case DIFFERS -> Text.of("import.state.differs");
            case SAME -> Text.of("import.state.same");
            case LEFT_OUT -> Text.of("import.show.left-out");
            case NOTES -> Text.of("import.show.notes");
        };
    }

    /** Whether problems are shown, and not rows. */
    boolean ofProblems() {
        return this == LEFT_OUT || this == NOTES;
    }

    boolean shows(Comparison comparison) {
        return switch (this) {
            case ALL -> true;
            case NEW -> comparison == Comparison.NEW;
            case DIFFERS -> comparison == Comparison.DIFFERS;
            case SAME -> comparison == Comparison.SAME;
            case LEFT_OUT, NOTES -> false;
        };
    }
}
