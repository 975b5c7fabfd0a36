package dev.lockstep.words;

import dev.lockstep.transfer.ExportException;

/** Why a file was not written, in words. */
public final class ExportFailure {
    private ExportFailure() {}

    /**
     * Words for whatever writing a file threw.
     *
     * @param what was not written, for {@link FailureWords#what}
     */
    public static FailureWords words(String what, Exception thrown) {
        if (!(thrown instanceof ExportException export)) {
            return FailureWords.of(thrown);
        }
        String advice = switch (export.reason()) {
            case EXISTS -> Text.of("export.exists");
            case NO_FOLDER -> Text.of("export.no-folder");
            case NO_PERMISSION -> Text.of("export.no-permission");
            case DISK_FULL -> Text.of("export.disk-full");
            case UNWRITABLE -> Text.of("export.unwritable");
        };
        return new FailureWords(
                what,
                Text.of("export.failed.meaning"),
                advice,
                "EXPORT-" + export.reason().name().replace('_', '-'));
    }
}
