package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Counts;
import dev.lockstep.words.Text;

/** How many secrets are overdue and how many due soon, and no more of them than that. */
final class DueWords {
    private DueWords() {}

    /** Empty if there are none. */
    static String of(Counts counts) {
        return of(counts.overdue(), counts.rotateSoon() - counts.overdue());
    }

    static String of(int overdue, int soon) {
        if (overdue == 0) {
            return soon == 0 ? "" : Text.of("secrets.due.soon", soon);
        }
        return soon == 0 ? Text.of("secrets.due.overdue", overdue) : Text.of("secrets.due.both", overdue, soon);
    }
}
