package dev.lockstep.ui.rotation;

import dev.lockstep.words.Text;

/** Which rows of a run are shown. */
enum Show {
    OPEN,
    DONE,
    ALL;

    boolean accepts(Item item) {
        return switch (this) {
            case OPEN -> !item.isDone();
            case DONE -> item.isDone();
            case ALL -> true;
        };
    }

    String words() {
        return switch (this) {
            case OPEN -> Text.of("rotation.show.open");
            case DONE -> Text.of("rotation.show.done");
            case ALL -> Text.of("rotation.show.all");
        };
    }
}
