package dev.lockstep.ui.sync;

import dev.lockstep.sync.check.Readings;
import dev.lockstep.words.BriefTrouble;
import dev.lockstep.words.ExportFailure;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.util.Optional;

/** The words for what went wrong with a plan as a whole. */
final class SyncWords {
    private SyncWords() {}

    /** The plan was not applied, because something changed since it was made. */
    static FailureWords stale() {
        return new FailureWords(
                Text.of("sync.stale"), Text.of("sync.stale.meaning"), Text.of("sync.stale.advice"), "SYNC-STALE");
    }

    /** Some values could not be read. */
    static Optional<FailureWords> unread(Readings readings) {
        return readings.unread().values().stream()
                .findFirst()
                .map(trouble -> new FailureWords(
                        Text.of("sync.unread", readings.unread().size()),
                        Text.of("sync.unread.meaning", readings.read().size()),
                        Text.of("sync.unread.advice", BriefTrouble.of(trouble)),
                        "SYNC-UNREAD"));
    }

    /** The plan was not written to a file. */
    static FailureWords failed(Exception thrown) {
        return ExportFailure.words(Text.of("sync.export.failed"), thrown);
    }
}
