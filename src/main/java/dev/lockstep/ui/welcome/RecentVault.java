package dev.lockstep.ui.welcome;

import dev.lockstep.ui.kit.VaultFile;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One row of the recent vaults.
 *
 * @param opened when it was opened last
 */
record RecentVault(Path file, Instant opened, Presence presence) {

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

    RecentVault with(Presence found) {
        return new RecentVault(file, opened, found);
    }
}
