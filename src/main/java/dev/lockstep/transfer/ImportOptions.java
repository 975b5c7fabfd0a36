package dev.lockstep.transfer;

import dev.lockstep.cleartext.Passphrase;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a format may need besides the file.
 *
 * @param password stays the caller's to close
 * @param columns which column of a table is what
 */
public record ImportOptions(Optional<Passphrase> password, Optional<Path> keyFile, Optional<Columns> columns) {
    public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /** A password and nothing else. */
    public static ImportOptions password(Passphrase password) {
        return new ImportOptions(Optional.of(password), Optional.empty(), Optional.empty());
    }
}
