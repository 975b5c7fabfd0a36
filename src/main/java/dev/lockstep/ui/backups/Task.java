package dev.lockstep.ui.backups;

import dev.lockstep.words.Text;

/** Work that takes a while. */
enum Task {
    LIST,
    BACK_UP,
    VERIFY,
    COMPARE,
    CHECK,
    RESTORE,
    REPAIR;

    /** What is under way. */
    String words() {
        return switch (this) {
            case LIST -> Text.of("backups.task.list");
            case BACK_UP -> Text.of("backups.task.back-up");
            case VERIFY -> Text.of("backups.task.verify");
            case COMPARE -> Text.of("backups.task.compare");
            case CHECK -> Text.of("backups.task.check");
            case RESTORE -> Text.of("backups.task.restore");
            case REPAIR -> Text.of("backups.task.repair");
        };
    }
}
