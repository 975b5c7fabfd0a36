package dev.lockstep.ui.sync;

import dev.lockstep.sync.check.Readings;
import dev.lockstep.transfer.ExportException;
import dev.lockstep.ui.kit.BriefTrouble;
import dev.lockstep.ui.kit.FailureWords;
import dev.lockstep.ui.kit.Text;
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
        if (!(thrown instanceof ExportException export)) {
            return FailureWords.of(thrown);
        }
        String advice = switch (export.reason()) {
            case EXISTS -> Text.of("audit.export.exists");
            case NO_FOLDER -> Text.of("audit.export.no-folder");
            case NO_PERMISSION -> Text.of("audit.export.no-permission");
            case DISK_FULL -> Text.of("audit.export.disk-full");
            case UNWRITABLE -> Text.of("audit.export.unwritable");
        };
        return new FailureWords(
                Text.of("sync.export.failed"),
                Text.of("audit.export.failed.meaning"),
                advice,
                "EXPORT-" + export.reason().name().replace('_', '-'));
    }
}
