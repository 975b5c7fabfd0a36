package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat.Need;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Text;
import java.util.Optional;

/** Why something was not read or written, and what that tells of what is needed. */
final class Refusal {
    private Refusal() {}

    static String words(Exception thrown) {
        if (thrown instanceof ImportException refused) {
            return ImportWords.of(refused);
        }
        FailureWords words = FailureWords.of(thrown);
        return Text.of("import.failed", words.what(), words.meaning(), words.advice(), words.code());
    }

    /** What was needed and not known before it was tried; empty if it was known. */
    static Optional<Need> need(Exception thrown) {
        return thrown instanceof ImportException refused
                ? switch (refused.reason()) {
                    case PASSWORD_NEEDED -> Optional.of(Need.PASSWORD);
                    case COLUMNS_NEEDED -> Optional.of(Need.COLUMNS);
                    case NOT_A_FILE,
                            TOO_LARGE,
                            UNREADABLE,
                            UNKNOWN_FORMAT,
                            OTHER_FORMAT,
                            DAMAGED,
                            UNSUPPORTED,
                            ENCRYPTED_BY_GPG,
                            HTML,
                            TOO_DEEP,
                            TOO_COSTLY,
                            WRONG_PASSWORD,
                            KEY_FILE_UNREADABLE -> Optional.empty();
                }
                : Optional.empty();
    }
}
