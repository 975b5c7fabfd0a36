package dev.lockstep.ui.welcome;

import dev.lockstep.ui.kit.VaultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the recent vaults.
 *
 * @param saved when the file was written last, once that is known
 */
record RecentVault(Path file, Presence presence, Optional<Instant> saved) {

    /** Whether the file is at its place, as far as is known. */
    enum Presence {
        LOOKING,
        PRESENT,
        MISSING
    }

    /** The file's name without its ending. */
    String name() {
        return new VaultFile(file).name();
    }

    /** The folder that holds the file. */
    String folder() {
        return new VaultFile(file).folder();
    }

    boolean missing() {
        return presence == Presence.MISSING;
    }

    /** Looks at the disk. */
    RecentVault looked() {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return new RecentVault(file, Presence.PRESENT, Optional.of(written));
        } catch (IOException e) {
            return new RecentVault(file, Presence.MISSING, Optional.empty());
        }
    }
}
